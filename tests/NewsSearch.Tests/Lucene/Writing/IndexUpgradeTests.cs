using System.IO.Compression;
using System.Text.Json;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Queries;
using NewsIndex.QueryText;

namespace NewsSearch.Tests.Lucene.Writing;

/// <summary>Indexes of earlier formats, brought to the present one without their archive.</summary>
public sealed class IndexUpgradeTests : IDisposable
{
    private static readonly PartialDate? Day = PartialDate.TryParse("1987-10-19", out var day) ? day : null;

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();

    private NewsIndexOptions Options => new() { Directory = folder.File("index") };

    private IGenerationPins Pins => NewsIndexServices.OpenPins(Options, clock, NewsIndexServices.OpenCorrections(Options, clock));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("harbour", "a1 a5")]
    [InlineData("dockers", "a1 a4")]
    [InlineData("\"bank of england\"", "a3")]
    [InlineData("exact:\"Bank of England\"", "a3")]
    [InlineData("date:1987-03", "a1 a4")]
    [InlineData("date:none", "a5")]
    [InlineData("org:\"Bank of England\"", "a3")]
    [InlineData("source:\"evening post\"", "a3 a5")]
    [InlineData("warn* NEAR/6 ewe", "a2")]
    public async Task An_index_of_format_8_answers_in_the_present_format(string typed, string ids)
    {
        ZipFile.ExtractToDirectory(
            Path.Combine(AppContext.BaseDirectory, "Lucene", "Snapshots", "Formats", "format-8.zip"), Options.Directory);
        var before = CommitHolder.Hold(Options.Directory, null);
        before.Dispose();
        var upgraded = Upgrade();
        Assert.Equal((8, before.Generation, 5L, 0L), (upgraded.FromFormat, upgraded.Generation, upgraded.Articles, upgraded.Relinked));
        Assert.Empty(NewsIndexServices.Verify(Options));
        await using var searcher = NewsIndexServices.OpenSearcher(Options, clock);
        Assert.Equal(before.Generation, (await searcher.DescribeAsync(CancellationToken.None)).Generation);
        Assert.Equal(ids, await FindAsync(searcher, typed));
    }

    [Fact]
    public async Task Everything_that_is_stored_is_carried_over_exactly()
    {
        var since = await WriteSampleAsync();
        var before = await DescribeAllAsync(since);
        await SetFormatAsync(IndexFormat.Version - 1);
        var upgraded = Upgrade();
        Assert.Equal((IndexFormat.Version - 1, 5L, 2L, 0L),
            (upgraded.FromFormat, upgraded.Articles, upgraded.Revisions, upgraded.Relinked));
        Assert.Empty(NewsIndexServices.Verify(Options));
        Assert.Equal(before, await DescribeAllAsync(since));
        Assert.Equal(IndexFormat.Version, Upgrade().FromFormat);

        // Writing goes on: what the index has is unchanged, and what it had once is no news.
        await using var writer = NewsIndexServices.OpenWriter(Options, clock);
        Assert.Equal([WriteOutcome.Unchanged, WriteOutcome.Unchanged, WriteOutcome.New], await writer.WriteAsync(
            [Sample("a", "first"), Sample("b", "other") with { Source = null, Published = PublishedDate.Unknown }, Sample("new", "text")],
            CancellationToken.None));
    }

    [Fact]
    public async Task Pins_of_the_newest_generation_stay_and_those_of_others_refuse_the_upgrade_unless_they_are_dropped()
    {
        var first = await WriteAsync(Sample("a", "first"));
        Pins.Pin(first, "me", "cited");
        Pins.Pin(first, "gone", "", clock.GetUtcNow().AddHours(1));
        clock.Advance(TimeSpan.FromHours(2));
        var second = await WriteAsync(Sample("b", "second"));
        Pins.Pin(second, "desk", "kept");
        await SetFormatAsync(IndexFormat.Version - 1);
        var files = Files();
        var refused = Assert.Throws<IndexUnavailableException>(() => Upgrade());
        Assert.Contains($"1 pins of earlier generations, which an upgrade cannot carry over ({first} by \"me\")", refused.Message,
            StringComparison.Ordinal);
        Assert.Equal(files, Files());
        var upgraded = NewsIndexServices.Upgrade(Options, dropPins: true, clock, CancellationToken.None);
        Assert.Equal("me", Assert.Single(upgraded.DroppedPins).By);
        Assert.Equal(["gone", "desk"], Pins.Read().Select(pin => pin.By));
        Assert.Equal([second], Pins.ListGenerations());
    }

    [Theory]
    [InlineData(7, "index the archive again")]
    [InlineData(99, "use the version that made it")]
    public async Task Other_formats_are_refused(int format, string advice)
    {
        await WriteAsync(Sample("a", "first"));
        await SetFormatAsync(format);
        var files = Files();
        Assert.Contains(advice, Assert.Throws<IndexUnavailableException>(() => Upgrade()).Message, StringComparison.Ordinal);
        Assert.Equal(files, Files());
    }

    [Fact]
    public async Task An_upgrade_that_is_stopped_leaves_the_index_as_it_was()
    {
        await WriteSampleAsync();
        await SetFormatAsync(IndexFormat.Version - 1);
        var files = Files();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => NewsIndexServices.Upgrade(Options, false, clock, stop.Token));
        Assert.Equal(files, Files());
        Upgrade();
        Assert.Empty(NewsIndexServices.Verify(Options));
    }

    [Fact]
    public async Task A_commit_whose_articles_do_not_give_its_fingerprint_is_refused()
    {
        await WriteSampleAsync();
        await SetFormatAsync(IndexFormat.Version - 1, data => data["newssearch.generation.fingerprint"] = "0000000000000001");
        var files = Files();
        var refused = Assert.Throws<IndexUnavailableException>(() => Upgrade());
        Assert.Contains("the index is damaged", refused.Message, StringComparison.Ordinal);
        Assert.Equal(files, Files());
    }

    [Fact]
    public async Task What_this_version_cannot_read_says_what_to_do()
    {
        await WriteAsync(Sample("a", "first"));
        await SetFormatAsync(IndexFormat.Version - 1);
        Assert.Contains("run the indexer's upgrade", Assert.Single(NewsIndexServices.Verify(Options)), StringComparison.Ordinal);
        Assert.Equal(0, await Indexer.IndexerProgram.RunAsync(["upgrade", "--index", Options.Directory], clock));
        Assert.Empty(NewsIndexServices.Verify(Options));
    }

    private static Article Sample(string id, string word) => new()
    {
        Id = id,
        Headline = $"Storm {word} hits Skarholm",
        Body = $"Ilse Brandt of Meridian Shipping spoke of the {word} storm on Monday.\n\nThe port of Elster is closed, says Brandt.",
        Published = new PublishedDate(Day, null, DateProvenance.Metadata),
        Source = "Herald",
        Language = "en",
        Authors = ["Jane Roe"],
        Tags = ["storm"],
        Entities = [new NamedEntity("Port Elster", EntityType.Place), new NamedEntity("Dockers' Union", EntityType.Organization)],
    };

    /// <summary>Revisions, copies, names, a headline alone and another language, in several segments.</summary>
    /// <returns>The generation after the first commit.</returns>
    private async Task<Generation> WriteSampleAsync()
    {
        var german = new Article { Id = "de", Body = "Der Hafen ist seit Montag geschlossen.", Language = "de" };
        var since = await WriteAsync(
            Sample("a", "first"), Sample("copy", "first"), new Article { Id = "h", Headline = "A headline alone" });
        await WriteAsync(Sample("a", "second"), german);
        await WriteAsync(Sample("a", "third"), Sample("b", "other") with { Source = null, Published = PublishedDate.Unknown });
        return since;
    }

    private Task<Generation> WriteAsync(params Article[] articles) => WriteAsync((IReadOnlyList<Article>)articles);

    private async Task<Generation> WriteAsync(IReadOnlyList<Article> articles)
    {
        clock.Advance(TimeSpan.FromDays(1));
        await using var writer = NewsIndexServices.OpenWriter(Options, clock, Recognise);
        await writer.WriteAsync(articles, CancellationToken.None);
        return await writer.CommitAsync(CancellationToken.None);
    }

    private static IReadOnlyList<Mention> Recognise(Article article) =>
    [
        .. new[] { ("Ilse Brandt", EntityType.Person), ("Meridian Shipping", EntityType.Organization) }
            .Where(name => article.Body.Contains(name.Item1, StringComparison.Ordinal))
            .Select(name => (Start: article.Body.IndexOf(name.Item1, StringComparison.Ordinal), name.Item1, name.Item2))
            .Select(name => new Mention(name.Item3, name.Item2, MentionZone.Body, name.Start, name.Start + name.Item2.Length)),
    ];

    /// <summary>All that an index answers, as far as it does not count deleted articles or bytes.</summary>
    private async Task<string[]> DescribeAllAsync(Generation since)
    {
        await using var searcher = NewsIndexServices.OpenSearcher(Options, clock);
        var none = CancellationToken.None;
        var all = new List<string>
        {
            JsonSerializer.Serialize(await searcher.DescribeAsync(none) with { Bytes = 0 }),
        };
        foreach (var id in new[] { "a", "copy", "b", "h", "de" })
        {
            all.Add(JsonSerializer.Serialize(await searcher.FindAsync(id, ArticleScope.Everything, none)));
            all.Add(JsonSerializer.Serialize(await searcher.ListRevisionsAsync(id, ArticleScope.Everything, none)));
        }

        string[] queries =
        [
            "storm", "person:\"Ilse Brandt\"", "place:\"Port Elster\"", "org:\"Dockers' Union\"", "exact:Storm",
            "headline:skarholm", "hafen", "ilse NEAR/3 shipping", "storm W/S monday", "date:1987",
            "date:none", "source:herald", "tag:storm", "author:roe",
        ];
        foreach (var query in queries)
            all.Add($"{query}: {await FindAsync(searcher, query)}");
        all.Add(await FindAsync(searcher, new Query.ArrivedAfter(since)));
        return [.. all];
    }

    private static Task<string> FindAsync(IArticleSearcher searcher, string typed) =>
        FindAsync(searcher, QueryTextReader.Read(typed, QueryOptions.Default).Query ?? throw new ArgumentException(typed));

    private static async Task<string> FindAsync(IArticleSearcher searcher, Query query)
    {
        var page = await searcher.SearchAsync(new QueryPlan { Query = query, PageSize = 10 }, CancellationToken.None);
        return string.Join(' ', page.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
    }

    private NewsIndex.Results.UpgradedIndex Upgrade() => NewsIndexServices.Upgrade(Options, dropPins: false, clock, CancellationToken.None);

    private string[] Files() =>
        [.. Directory.GetFiles(Options.Directory).Select(path => Path.GetFileName(path)).Where(name => name != "segments.gen").Order()];

    private Task SetFormatAsync(int format, Action<IDictionary<string, string>>? change = null)
    {
        CommittedFormat.Set(Options, format, change);
        return Task.CompletedTask;
    }
}
