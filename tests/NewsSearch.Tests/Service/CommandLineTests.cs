using System.Text.Json;
using Indexer;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;
using SearchCli;

namespace NewsSearch.Tests.Service;

/// <summary>What the command lines write can be read again.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private readonly RunningService service = new();
    private readonly TemporaryFolder folder = new();

    public Task InitializeAsync() => service.InitializeAsync();

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_export_indexes_to_the_same_articles()
    {
        Article[] articles =
        [
            new Article { Id = "1", Headline = "Storm, \"heavy\"", Body = "A storm.\n\nA flood.", Source = "A",
                Authors = ["Jane Roe", "John Doe"], Tags = ["x"], Section = "S", Language = "en-GB", Url = "https://a.example/1",
                Published = new PublishedDate(PartialDate.OfDay(new DateOnly(1987, 10, 19)), new TimeOnly(12, 20), DateProvenance.Text),
                Entities = [new NamedEntity("UN", EntityType.Organization)] },
            new Article { Id = "2", Headline = "A storm alone", Published = PublishedDate.Unknown },
        ];
        await service.WriteAsync(articles);
        var file = folder.File("export.jsonl");
        await SeenAsync("1");
        Assert.Equal(0, await SearchCliProgram.RunAsync(
            ["export", "storm", "--sort", "oldest", "--server", service.GrpcAddress, "--output", file], TimeProvider.System));
        Assert.Equal(articles.Select(article => System.Text.Encoding.UTF8.GetString(ArticleRecord.ToJson(article))),
            await File.ReadAllLinesAsync(file));

        var csv = folder.File("export.csv");
        Assert.Equal(0, await SearchCliProgram.RunAsync(
            ["export", "storm", "--csv", "--no-body", "--server", service.GrpcAddress, "--output", csv], TimeProvider.System));
        Assert.Equal(3, (await File.ReadAllLinesAsync(csv)).Length);
        Assert.Equal(2, await SearchCliProgram.RunAsync(
            ["export", "storm AND", "--server", service.GrpcAddress, "--output", csv], TimeProvider.System));
    }

    [Fact]
    public async Task Copies_and_quotations_are_printed_with_their_articles()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}"));
        NamedEntity[] roe = [new("Jane Roe", EntityType.Person)];
        await service.WriteAsync(
            new Article { Id = "1", Headline = "Ship aground", Body = text },
            new Article { Id = "2", Headline = "Ship still aground", Body = text + " more" },
            new Article { Id = "3", Headline = "Frost", Body = "A text by itself.", Entities = roe });
        await SeenAsync("3");
        Assert.Equal(
            "first  Ship aground\n       undated · 1\n 98 %  Ship still aground\n       undated · 2\n",
            (await OutputOfAsync("copies", "2", "--server", service.GrpcAddress)).Output);
        var alone = await OutputOfAsync("copies", "3", "--server", service.GrpcAddress);
        Assert.EndsWith("no copies\n", alone.Output, StringComparison.Ordinal);
        var json = await OutputOfAsync("copies", "1", "--json", "--server", service.GrpcAddress);
        Assert.Contains("\"firstId\"", json.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await OutputOfAsync("copies", "nowhere", "--server", service.GrpcAddress)).Exit);
        Assert.Equal(
            (0, "Jane Roe (person:jane roe): quoted in 0 articles\n"),
            await OutputOfAsync("quotations", "jane roe", "--oldest", "--server", service.GrpcAddress));
        Assert.Equal(1, (await OutputOfAsync("quotations", "Nemo Nobody", "--server", service.GrpcAddress)).Exit);
    }

    [Fact]
    public async Task Follow_prints_each_text_once_and_goes_on_from_its_file()
    {
        var state = folder.File("storms.json");
        string[] follow = ["follow", "storm", "--state", state, "--once", "--json", "--server", service.GrpcAddress];
        await service.WriteAsync(new Article { Id = "1", Body = "storm" });
        await SeenAsync("1");
        Assert.Equal(0, (await OutputOfAsync(follow)).Exit);
        Assert.Equal("", (await OutputOfAsync(follow)).Output);

        await service.WriteAsync(new Article { Id = "2", Body = "storm" }, new Article { Id = "3", Body = "calm" },
            new Article { Id = "1", Body = "storm again" });
        var printed = "";
        await Eventually.TrueAsync(async () => (printed += (await OutputOfAsync(follow)).Output).Length > 0);
        Assert.Equal(["2", "1"], JsonDocument.Parse(printed).RootElement.GetProperty("hits").EnumerateArray()
            .Select(hit => hit.GetProperty("article").GetProperty("id").GetString()));
        Assert.Equal("", (await OutputOfAsync(follow)).Output);

        await File.WriteAllTextAsync(state, "{\"index\":\"another\",\"generation\":\"1-0000000000000000\"}");
        Assert.Equal(1, (await OutputOfAsync(follow)).Exit);
        await File.WriteAllTextAsync(state, "[]");
        Assert.Equal(1, (await OutputOfAsync(follow)).Exit);
        Assert.Equal(2, (await OutputOfAsync("follow", "storm", "--once", "--server", service.GrpcAddress)).Exit);
        Assert.Equal(2, (await OutputOfAsync("follow", "storm AND", "--server", service.GrpcAddress)).Exit);
    }

    [Theory]
    [InlineData("", "2 found by storm in generation ")]
    [InlineData("--no-total", "found, without a count, by storm in generation ")]
    public async Task A_search_says_how_many_it_found_if_it_counted(string option, string line)
    {
        await service.WriteAsync(new Article { Id = "1", Body = "storm" }, new Article { Id = "2", Body = "a storm at sea" });
        await SeenAsync("1");
        var (exit, output) = await OutputOfAsync(
            ["search", "storm", .. option.Length == 0 ? (string[])[] : [option], "--server", service.GrpcAddress]);
        Assert.Equal(0, exit);
        Assert.StartsWith(line, output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("--no-snippets", false)]
    public async Task A_search_prints_passages_unless_they_are_unwanted(string option, bool hasPassages)
    {
        await service.WriteAsync(new Article { Id = "1", Headline = "News", Body = "a storm at sea" });
        await SeenAsync("1");
        var (_, output) = await OutputOfAsync(
            ["search", "storm", .. option.Length == 0 ? (string[])[] : [option], "--server", service.GrpcAddress]);
        Assert.Contains("News", output, StringComparison.Ordinal);
        Assert.Equal(hasPassages, output.Contains("a storm at sea", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_generation_is_pinned_listed_and_let_go()
    {
        var index = folder.File("index");
        Assert.Equal(1, await IndexerProgram.RunAsync(["pin", "--index", index], TimeProvider.System));
        await WriteAsync(index, new Article { Id = "1", Body = "storm" });
        Assert.Equal(0, await IndexerProgram.RunAsync(["pin", "--index", index, "--why", "chapter 3"], TimeProvider.System));
        var pin = Assert.Single(Pins(index).Read());
        await WriteAsync(index, new Article { Id = "2", Body = "storm" });
        await WriteAsync(index, new Article { Id = "3", Body = "storm" });
        Assert.Equal(2, Pins(index).ListGenerations().Count);
        await using (var searcher = NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = index }, TimeProvider.System))
            Assert.Equal(1, (await searcher.SearchAsync(new QueryPlan { Query = new Query.Everything(), Generation = pin.Generation },
                CancellationToken.None)).Total.Articles);

        Assert.Equal(0, await IndexerProgram.RunAsync(["pin", pin.Generation.ToString(), "--remove", "--index", index],
            TimeProvider.System));
        Assert.Equal(1, await IndexerProgram.RunAsync(["pin", pin.Generation.ToString(), "--remove", "--index", index],
            TimeProvider.System));
        await WriteAsync(index, new Article { Id = "4", Body = "storm" });
        Assert.Single(Pins(index).ListGenerations());
        Assert.Equal(1, await IndexerProgram.RunAsync(["pin", pin.Generation.ToString(), "--index", index], TimeProvider.System));
        Assert.Equal(2, await IndexerProgram.RunAsync(["pin", "yesterday", "--index", index], TimeProvider.System));
        Assert.Empty(NewsIndexServices.Verify(new NewsIndexOptions { Directory = index }));
    }

    [Fact]
    public async Task A_list_of_pins_that_cannot_be_read_lets_nothing_go()
    {
        var index = folder.File("index");
        await WriteAsync(index, new Article { Id = "1", Body = "storm" });
        await File.WriteAllTextAsync(Path.Combine(index, PinFile.FileName), "{\"generation\":\"half");
        await Assert.ThrowsAsync<IndexUnavailableException>(() => WriteAsync(index, new Article { Id = "2", Body = "storm" }));
        Assert.Single(Pins(index).ListGenerations());
        File.Delete(Path.Combine(index, PinFile.FileName));
        await WriteAsync(index, new Article { Id = "2", Body = "storm" });
        Assert.Equal(2, Assert.Single(Pins(index).ListGenerations()).Number);
    }

    private static IGenerationPins Pins(string index)
    {
        var options = new NewsIndexOptions { Directory = index };
        return NewsIndexServices.OpenPins(options, TimeProvider.System, NewsIndexServices.OpenCorrections(options, TimeProvider.System));
    }

    /// <summary>A new index is empty for a moment, and the service may see that first.</summary>
    private Task SeenAsync(string id) => Eventually.TrueAsync(async () =>
        (await OutputOfAsync("show", id, "--server", service.GrpcAddress)).Exit == 0);

    private static async Task<(int Exit, string Output)> OutputOfAsync(params string[] arguments)
    {
        var (exit, output, _) = await CapturedConsole.RunAsync(() => SearchCliProgram.RunAsync(arguments, TimeProvider.System));
        return (exit, output);
    }

    private static async Task WriteAsync(string index, Article article)
    {
        await using var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = index }, TimeProvider.System);
        await writer.WriteAsync([article], CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }
}
