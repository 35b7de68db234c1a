using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Results;
using NewsSearch.Tests.Ranking;

namespace NewsSearch.Tests.Searching;

/// <summary>Rescored hits come first, and the others in the order of their first scores; pages and exports cut one list.</summary>
public sealed class StagedRankingTests(StagedRankingTests.GoldenIndex index) : IClassFixture<StagedRankingTests.GoldenIndex>
{
    private const string Words = "storm OR harbour OR port OR strike OR talks OR bank OR rates OR government OR protest";

    [Theory]
    [InlineData(Words, 1, 7)]
    [InlineData(Words, 5, 1)]
    [InlineData(Words, 5, 5)]
    [InlineData(Words, 20, 19)]
    [InlineData(Words, 20, 20)]
    [InlineData(Words, 20, 21)]
    [InlineData(Words, 200, 10)]
    [InlineData($"dup:first ({Words})", 5, 3)]
    [InlineData($"dup:first ({Words})", 20, 8)]
    [InlineData("harbour port", 3, 2)]
    [InlineData("storm", 5, 2)]
    public async Task Pages_cut_one_list_whatever_the_window(string typed, int window, int pageSize)
    {
        await using var searcher = index.Open(window);
        var whole = await searcher.SearchAsync(Plan(typed, 1000), CancellationToken.None);
        Assert.Equal(whole.Hits.Count, whole.Hits.DistinctBy(hit => hit.Id).Count());
        Assert.Equal(whole.Hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal), whole.Hits);

        var paged = new List<Hit>();
        for (PageCursor? after = null; ;)
        {
            var page = await searcher.SearchAsync(Plan(typed, pageSize) with { After = after }, CancellationToken.None);
            Assert.Equal(whole.Total, page.Total);
            paged.AddRange(page.Hits);
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(Listed(whole.Hits), Listed(paged));
        Assert.Equal(Listed(whole.Hits), Listed(await ExportedAsync(searcher, typed, null)));
        Assert.Equal(Listed(whole.Hits.Skip(2)), Listed(await ExportedAsync(searcher, typed, whole.Hits[1].Cursor)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public async Task The_window_has_the_first_hits_by_words_and_the_others_keep_their_scores(int window)
    {
        var (unrescored, rescored) = (await HitsAsync(0), await HitsAsync(window));
        Assert.Equal(unrescored.Take(window).Select(hit => hit.Id).Order(), rescored.Take(window).Select(hit => hit.Id).Order());
        Assert.Equal(Listed(unrescored.Skip(window)), Listed(rescored.Skip(window)));
        var scores = unrescored.ToDictionary(hit => hit.Id, hit => hit.Score);
        Assert.All(rescored.Take(window), hit => Assert.True(hit.Score > scores[hit.Id]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(200)]
    public async Task Explanations_add_up_inside_and_outside_of_the_window(int window)
    {
        await using var searcher = index.Open(window);
        var hits = await HitsAsync(window);
        foreach (var hit in (Hit[])[hits[0], hits[9], hits[10], hits[^1]])
        {
            var explained = await searcher.ExplainAsync(Plan(Words, 10), hit.Id, CancellationToken.None);
            Assert.Equal(hit.Score, explained!.Score, 1e-3);
            Assert.Equal(explained.Score, explained.Parts.Sum(part => part.Score), 1e-3);
            if (hit == hits[0])
                Assert.Equal(window > 0, explained.Parts.Any(part => part.Kind == ScorePartKind.Meaning));
            if (hits.IndexOf(hit) >= window)
                Assert.All(explained.Parts, part => Assert.Equal(ScorePartKind.Clause, part.Kind));
        }
    }

    private static QueryPlan Plan(string typed, int pageSize) =>
        new() { Query = QueryReader.Read(typed).Query!, PageSize = pageSize, Detail = HitDetail.Id };

    private static IEnumerable<(string, float)> Listed(IEnumerable<Hit> hits) => hits.Select(hit => (hit.Id, hit.Score));

    private static async Task<List<Hit>> ExportedAsync(IArticleSearcher searcher, string typed, PageCursor? after)
    {
        var hits = new List<Hit>();
        await foreach (var hit in searcher.ExportAsync(Plan(typed, 1) with { After = after }, CancellationToken.None))
            hits.Add(hit);
        return hits;
    }

    private async Task<List<Hit>> HitsAsync(int window)
    {
        await using var searcher = index.Open(window);
        return [.. (await searcher.SearchAsync(Plan(Words, 1000), CancellationToken.None)).Hits];
    }

    public sealed class GoldenIndex : IAsyncLifetime
    {
        private readonly TemporaryFolder folder = new();

        public Task InitializeAsync() => GoldenArticles.WriteAsync(folder.Path);

        public Task DisposeAsync()
        {
            folder.Dispose();
            return Task.CompletedTask;
        }

        public IArticleSearcherLifetime Open(int window) => NewsIndexServices.OpenSearcher(
            new NewsIndexOptions { Directory = folder.Path, Ranking = { RescoringWindow = window } }, TimeProvider.System);
    }
}
