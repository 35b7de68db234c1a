using Indexer;
using SearchCli;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service;

/// <summary>What the command lines do with what was mistyped, cannot be done, or fails half-way.</summary>
public sealed class WrongUsageTests : IAsyncLifetime
{
    private readonly RunningService service = new();
    private readonly TemporaryFolder folder = new();

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await service.WriteAsync([.. Enumerable.Range(0, 3).Select(i => new Article { Id = $"{i}", Body = $"storm at sea {i}" })]);
        await service.SeesAsync(3);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("search storm --form 1987",
        "--form is not an option of this verb; expected one that --help lists; did you mean --from?")]
    [InlineData("search storm --From 1987", "did you mean --from?")]
    [InlineData("search --source --form storm", "--form is not an option")]
    [InlineData("search storm —from 1987", "did you mean --from?")]
    [InlineData("search storm –from 1987", "did you mean --from?")]
    [InlineData("search storm --nonsense", "--nonsense is not an option of this verb; expected one that --help lists (")]
    [InlineData("export storm --columns id", "--columns is not an option")]
    [InlineData("timeline storm --buy month", "did you mean --by?")]
    [InlineData("timeline storm --sort newest", "--sort is not an option")]
    [InlineData("concordance storm --sort newest", "--sort is not an option")]
    [InlineData("follow storm --sort newest", "--sort is not an option")]
    [InlineData("follow storm --since 1-0000000000000000", "--since is not an option")]
    [InlineData("follow storm --once --state s --every 5", "--once and --every exclude each other")]
    [InlineData("show --jsn 1", "did you mean --json?")]
    [InlineData("similar 1 --limt 3", "did you mean --limit?")]
    [InlineData("entity roe --tpye person", "did you mean --type?")]
    [InlineData("serch storm",
        "\"serch\" is not a verb; expected one of search, show, similar, copies, entity, quotations, timeline, concordance, export, "
            + "follow; did you mean search?")]
    [InlineData("search storm --server localhost:5081",
        "--server \"localhost:5081\" is invalid; expected a URL such as http://127.0.0.1:5081")]
    [InlineData("search storm --limit x", "--limit is x; expected a whole number, 1 or more")]
    [InlineData("export storm --limit 0", "--limit is 0; expected a whole number, 1 or more")]
    [InlineData("follow storm --every soon", "--every is soon; expected 0.5 to 86,400 seconds")]
    [InlineData("search storm --server ftp://a", "expected a URL such as")]
    public async Task The_client_refuses_what_it_does_not_know(string arguments, string sentence) =>
        AssertRefused(
            await CapturedConsole.RunAsync(() =>
                SearchCliProgram.RunAsync(arguments.Split(' '), TimeProvider.System, service.GrpcAddress)),
            sentence);

    [Theory]
    [InlineData("index samples --sorce Herald", "did you mean --source?")]
    [InlineData("extract samples --ouput x", "did you mean --output?")]
    [InlineData("boilerplate samples --laest 3", "did you mean --least?")]
    [InlineData("watch samples --nonsense", "--nonsense is not an option")]
    [InlineData("verify --indx x", "did you mean --index?")]
    [InlineData("stats --jsom", "did you mean --json?")]
    [InlineData("pin --lst", "did you mean --list?")]
    [InlineData("pin --list --remove", "--list and --remove exclude each other")]
    [InlineData("pin 1-0000000000000000 --list", "--list takes no generation")]
    [InlineData("pin 1-0000000000000000 --remove --why x", "--why and --remove exclude each other")]
    [InlineData("indx samples", "did you mean index?")]
    [InlineData("index samples --commit-every often", "--commit-every is often; expected 0.1 to 86,400 seconds")]
    [InlineData("watch samples --memory 1GB", "--memory is 1GB; expected 128 to 65,536 megabytes")]
    [InlineData("boilerplate samples --least 1", "--least is 1; expected 2 to 1,000")]
    [InlineData("boilerplate samples --share half", "--share is half; expected 0 to 1")]
    [InlineData("index samples --commit-every -5", "--commit-every is -5; expected 0.1 to 86,400 seconds")]
    public async Task The_indexer_refuses_what_it_does_not_know(string arguments, string sentence) =>
        AssertRefused(await CapturedConsole.RunAsync(() => IndexerProgram.RunAsync(arguments.Split(' '), TimeProvider.System)), sentence);

    [Theory]
    [InlineData("search -- --form", "0 found by form", "")]
    [InlineData("search @storm", "3 found by", "")]
    [InlineData("search storm -from", "found by storm AND NOT from", "-from is read as a word that must not occur; the option is --from")]
    [InlineData("search storm -sea", "0 found by storm AND NOT sea", "")]
    public async Task What_may_be_meant_as_a_word_is_one(string arguments, string answer, string notice)
    {
        var (exit, output, error) = await RunAsync(arguments.Split(' '));
        Assert.Equal(0, exit);
        Assert.Contains(answer, output, StringComparison.Ordinal);
        Assert.Contains(notice, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search")]
    [InlineData("timeline")]
    [InlineData("concordance")]
    [InlineData("export")]
    [InlineData("follow")]
    public async Task Every_verb_marks_the_place_of_a_mistake(string verb)
    {
        var (exit, _, error) = await RunAsync(verb, "storm AND hedline:sea");
        Assert.Equal(2, exit);
        Assert.StartsWith($"  storm AND hedline:sea{Environment.NewLine}            ^^^^^^^{Environment.NewLine}query: there is no field",
            error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_long_query_is_shown_with_what_is_around_it()
    {
        var (_, _, error) = await RunAsync("search", $"{string.Concat(Enumerable.Repeat("storm ", 100))} hedline:sea");
        var lines = error.Split(Environment.NewLine);
        Assert.InRange(lines[0].Length, 20, 110);
        Assert.Equal("hedline", lines[0].Substring(lines[1].IndexOf('^', StringComparison.Ordinal), lines[1].Count(each => each == '^')));
    }

    [Fact]
    public async Task A_wrong_address_says_which_is_right()
    {
        var http = service.Http.BaseAddress!.ToString().TrimEnd('/');
        var (exit, _, error) = await RunAsync("search", "storm", "--server", http);
        Assert.Equal(
            (1, $"{http} is the HTTP port of a service, and this program speaks gRPC: use --server {service.GrpcAddress}"
                + Environment.NewLine),
            (exit, error));
        var (none, _, nobody) = await RunAsync("search", "storm", "--server", "http://127.0.0.1:1");
        Assert.Equal(1, none);
        Assert.Contains("no service answers at http://127.0.0.1:1", nobody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_the_environment_names_is_asked_unless_another_is_named()
    {
        Assert.Equal(0, (await CapturedConsole.RunAsync(() =>
            SearchCliProgram.RunAsync(["show", "1"], TimeProvider.System, service.GrpcAddress))).Exit);
        Assert.Equal(0,
            (await CapturedConsole.RunAsync(() =>
            SearchCliProgram.RunAsync(["show", "1", "--server", service.GrpcAddress], TimeProvider.System, "http://127.0.0.1:1"))).Exit);
        AssertRefused(await CapturedConsole.RunAsync(() => SearchCliProgram.RunAsync(["show", "1"], TimeProvider.System, "nowhere")),
            "NEWSSEARCH_SERVER \"nowhere\" is invalid; expected a URL such as");
    }

    [Fact]
    public async Task A_service_without_an_index_is_named_with_its_reason()
    {
        await using var empty = new RunningService();
        await empty.InitializeAsync();
        var (exit, _, error) = await CapturedConsole.RunAsync(() =>
            SearchCliProgram.RunAsync(["search", "storm"], TimeProvider.System, empty.GrpcAddress));
        Assert.Equal(1, exit);
        Assert.Contains("there is no index in", error, StringComparison.Ordinal);
        Assert.Contains(empty.GrpcAddress, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("storm AND (", 2)]
    [InlineData("storm --generation 9-0000000000000000", 1)]
    [InlineData("storm --server http://127.0.0.1:1", 1)]
    public async Task An_export_that_fails_leaves_the_old_file(string arguments, int exit)
    {
        var file = folder.File("old.csv");
        await File.WriteAllTextAsync(file, "what was there");
        Assert.Equal(exit, (await RunAsync(["export", "--csv", "--output", file, .. arguments.Split(' ')])).Exit);
        Assert.Equal("what was there", await File.ReadAllTextAsync(file));
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!, "old.csv*"));
    }

    [Fact]
    public async Task An_export_replaces_a_file_when_it_is_whole_and_goes_on_from_its_part()
    {
        var file = folder.File("all.jsonl");
        await File.WriteAllTextAsync(file, "what was there");
        Assert.Equal(0, (await RunAsync("export", "storm", "--sort", "oldest", "--output", file)).Exit);
        var all = await File.ReadAllLinesAsync(file);
        Assert.Equal(3, all.Length);

        // As after an export that was cut off behind the first article.
        var cursor = await CursorAsync();
        await File.WriteAllTextAsync(file, "what was there");
        await File.WriteAllTextAsync(file + ".part", all[0] + "\n");
        Assert.Equal(0, (await RunAsync("export", "storm", "--sort", "oldest", "--output", file, "--cursor", cursor)).Exit);
        Assert.Equal(all, await File.ReadAllLinesAsync(file));
        Assert.False(File.Exists(file + ".part"));

        await File.WriteAllTextAsync(file, all[0] + "\n");
        Assert.Equal(0, (await RunAsync("export", "storm", "--sort", "oldest", "--output", file, "--cursor", cursor)).Exit);
        Assert.Equal(all, await File.ReadAllLinesAsync(file));
    }

    [Theory]
    [InlineData("nowhere/all.jsonl")]
    [InlineData("")]
    public async Task A_path_that_cannot_be_used_is_a_sentence(string path)
    {
        var target = Path.Combine(Path.GetDirectoryName(folder.File("x"))!, path);
        var samples = folder.File("one.jsonl");
        await File.WriteAllTextAsync(samples, """{"id":"1","headline":"Storm"}""");
        foreach (var run in new Func<Task<int>>[]
        {
            () => SearchCliProgram.RunAsync(["export", "storm", "--output", target], TimeProvider.System, service.GrpcAddress),
            () => SearchCliProgram.RunAsync(["follow", "storm", "--once", "--state", target], TimeProvider.System, service.GrpcAddress),
            () => IndexerProgram.RunAsync(["extract", samples, "--output", target], TimeProvider.System),
            () => IndexerProgram.RunAsync(["boilerplate", samples, "--output", target], TimeProvider.System),
            () => IndexerProgram.RunAsync(["index", samples, "--recogniser", "none", "--index", samples], TimeProvider.System),
            () => IndexerProgram.RunAsync(["stats", "--index", samples], TimeProvider.System),
            () => IndexerProgram.RunAsync(["verify", "--index", samples], TimeProvider.System),
            () => IndexerProgram.RunAsync(["pin", "--index", samples], TimeProvider.System),
            () => IndexerProgram.RunAsync(["pin", "--list", "--index", samples], TimeProvider.System),
        })
        {
            var (exit, _, error) = await CapturedConsole.RunAsync(run);
            Assert.Equal(1, exit);
            Assert.NotEmpty(error);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_fails_half_way_leaves_the_old_file_of_the_indexer_too()
    {
        var (old, samples) = (folder.File("old.jsonl"), folder.File("one.jsonl"));
        await File.WriteAllTextAsync(samples, """{"id":"1","headline":"Storm"}""");
        await File.WriteAllTextAsync(old, "what was there");
        Assert.Equal(1,
            (await CapturedConsole.RunAsync(() =>
            IndexerProgram.RunAsync(["extract", folder.File("nowhere"), "--output", old], TimeProvider.System))).Exit);
        Assert.Equal("what was there", await File.ReadAllTextAsync(old));
        Assert.Equal(0,
            (await CapturedConsole.RunAsync(() =>
            IndexerProgram.RunAsync(["extract", samples, "--output", old], TimeProvider.System))).Exit);
        Assert.Contains("Storm", await File.ReadAllTextAsync(old), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("storm  AND sea", 0)]
    [InlineData("sea", 1)]
    [InlineData("storm sea --source Herald", 1)]
    [InlineData("storm sea --collapse", 1)]
    public async Task A_state_of_follow_is_of_one_search(string arguments, int exit)
    {
        var state = folder.File("storms.json");
        Assert.Equal(0, (await RunAsync("follow", "storm sea", "--once", "--state", state)).Exit);
        var before = await File.ReadAllTextAsync(state);
        var (code, _, error) =
            await RunAsync(["follow", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--once", "--state", state]);
        Assert.Equal(exit, code);
        Assert.Equal(exit == 1,
            error.Contains("follows another query, storm sea", StringComparison.Ordinal)
            || error.Contains("follows another search", StringComparison.Ordinal));
        if (exit == 1)
            Assert.Equal(before, await File.ReadAllTextAsync(state));
    }

    [Fact]
    public async Task A_timeline_and_a_concordance_honour_their_options()
    {
        await service.WriteAsync(new Article { Id = "3", Body = CopiedText }, new Article { Id = "4", Body = CopiedText });
        await service.SeesAsync(5);
        var generation = (await RunAsync("search", "storm", "--json")).Output.Split("\"generation\": \"")[1].Split('"')[0];
        Assert.Contains("undated\t5", (await RunAsync("timeline", "storm")).Output, StringComparison.Ordinal);
        Assert.Contains("undated\t4", (await RunAsync("timeline", "storm", "--collapse")).Output, StringComparison.Ordinal);
        Assert.Contains("undated\t0", (await RunAsync("timeline", "storm", "--since", generation)).Output, StringComparison.Ordinal);
        Assert.Equal("", (await RunAsync("concordance", "storm", "--since", generation)).Output);
    }

    private static string CopiedText =>
        "a storm of words that are the same in both " + string.Join(' ', Enumerable.Range(0, 120).Select(i => $"word{i}"));

    private async Task<string> CursorAsync()
    {
        using var call = new V1.SearchService.SearchServiceClient(service.Channel)
            .Export(new V1.ExportRequest { Query = "storm", OrderBy = "oldest", Duplicates = V1.Duplicates.Show });
        await call.ResponseStream.MoveNext(CancellationToken.None);
        return call.ResponseStream.Current.Cursor;
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) =>
        CapturedConsole.RunAsync(() => SearchCliProgram.RunAsync(arguments, TimeProvider.System, service.GrpcAddress));

    private static void AssertRefused((int Exit, string Output, string Error) run, string sentence)
    {
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }
}
