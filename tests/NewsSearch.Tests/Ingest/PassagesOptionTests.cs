using System.Text.Json;
using Indexer;
using Networks;
using NewsIndex;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Ingest;

/// <summary><c>index --passages</c>, with the network that ships.</summary>
public sealed class PassagesOptionTests : IDisposable
{
    private static readonly (string Id, string Language, string Headline, string Body)[] Articles =
    [
        ("stage", "en", "A new cast", "The musical of the ship changed its cast after a hundred nights on stage. Critics say that it has "
            + "rescued a theatre that was sinking into debt."),
        ("sea", "en", "Trawlermen pulled from the waves", "Seven fishermen were lifted from a life raft by helicopter after a gale sank "
            + "their vessel off Shetland. All were rescued within the hour."),
        ("pitch", "en", "Late goal rescued a draw", "A defender headed home in the last minute, and the crew of substitutes ran onto the "
            + "pitch."),
        ("rates", "en", "Rates held", "The central bank kept its rate, and the governor said that no crew of economists would have decided "
            + "otherwise."),
        ("market", "en", "Ship of fools", "The auction house sold the painting to a collector, and a crew of porters carried it out."),
        ("german", "de", "Crew", "Die Crew dankt dem Publikum der Ship-Show."),
    ];

    private readonly TemporaryFolder folder = new();

    private string Index => folder.File("index");

    public PassagesOptionTests() => File.WriteAllLines(folder.File("a.jsonl"), Articles.Select(each =>
        JsonSerializer.Serialize(new { id = each.Id, language = each.Language, headline = each.Headline, body = each.Body })));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_paraphrase_comes_first_and_its_explanation_tells_why()
    {
        await IndexerInProcess.RunAsync("index", folder.File("a.jsonl"), "--passages", "--json", "--index", Index);
        using var network = TextEncoder.Open();
        var encoder = new PassageEncoder(network.Identity, network.Encode);
        await using var searcher = NewsIndexServices.OpenSearcher(
            new NewsIndexOptions { Directory = Index }, TimeProvider.System, openEncoder: () => encoder);
        var plan = new QueryPlan { Query = QueryReader.Read("sailors OR rescued OR sinking OR ship").Query! };
        var hits = (await searcher.SearchAsync(plan, CancellationToken.None)).Hits;
        Assert.Equal("sea", hits[0].Id);
        Assert.True(await ByPassagesAsync("sea") > await ByPassagesAsync("stage"));
        Assert.True(await ByWordsAsync("stage") > await ByWordsAsync("sea"));

        async Task<double> ByPassagesAsync(string id) => await SumAsync(id, ScorePartKind.Passages);

        async Task<double> ByWordsAsync(string id) => await SumAsync(id, ScorePartKind.Clause);

        async Task<double> SumAsync(string id, ScorePartKind kind) =>
            (await searcher.ExplainAsync(plan, id, CancellationToken.None))!.Parts.Where(part => part.Kind == kind).Sum(part => part.Score);
    }

    [Fact]
    public async Task An_index_is_continued_with_the_option_that_it_was_begun_with_and_says_which()
    {
        string[] index = ["index", folder.File("a.jsonl"), "--json", "--index", Index];
        Assert.Equal(0, (await IndexerInProcess.RunAsync([.. index, "--passages"])).Exit);
        var (exit, _, error) = await CapturedConsole.RunAsync(() => IndexerProgram.RunAsync(index, TimeProvider.System));
        Assert.Equal(1, exit);
        Assert.Contains("continue with --passages, or index into an empty folder", error, StringComparison.Ordinal);
        var (again, report) = await IndexerInProcess.RunAsync([.. index, "--passages", "--reread"]);
        Assert.Equal((0, Articles.Length), (again, report.Count("unchanged")));

        var (_, stats) = await IndexerInProcess.RunAsync("stats", "--json", "--index", Index);
        Assert.StartsWith(
            "minilm-l6 ", JsonDocument.Parse(stats.Json).RootElement.GetProperty("passages").GetString(), StringComparison.Ordinal);
    }
}
