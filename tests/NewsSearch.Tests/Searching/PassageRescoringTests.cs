using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Results;
using NewsSearch.Tests.Embeddings;
using NewsSearch.Tests.Ranking;

namespace NewsSearch.Tests.Searching;

/// <summary>An index with embeddings of passages, by an encoder to which texts are near that share words.</summary>
public sealed class PassageRescoringTests : IAsyncLifetime
{
    private const string Words = "storm OR harbour OR port OR strike OR talks OR bank OR rates OR government OR protest";

    private static readonly PassageEncoder Encoder = CountingEncoder.Named("counting 1");

    private readonly TemporaryFolder folder = new();

    private string With => folder.File("with");

    private string Without => folder.File("without");

    public async Task InitializeAsync()
    {
        await GoldenArticles.WriteAsync(With, Encoder);
        await GoldenArticles.WriteAsync(Without);
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_index_says_whether_it_has_embeddings_of_passages()
    {
        Assert.Equal("counting 1", await PassagesOf(With));
        Assert.Equal("none", await PassagesOf(Without));
        Assert.Empty(NewsIndexServices.Verify(new NewsIndexOptions { Directory = With }));

        static async Task<string> PassagesOf(string index)
        {
            await using var searcher = NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = index }, TimeProvider.System);
            return (await searcher.DescribeAsync(CancellationToken.None)).Passages;
        }
    }

    [Fact]
    public async Task Embeddings_of_passages_change_the_order_and_nothing_else()
    {
        var (lexical, rescored) = (await HitsAsync(With, 0), await HitsAsync(With, 2));
        Assert.NotEqual(Listed(lexical), Listed(rescored));
        Assert.Equal(lexical.Select(hit => hit.Id).Order(), rescored.Select(hit => hit.Id).Order());
        Assert.Equal(Listed(lexical), Listed(await HitsAsync(With, 2, encoder: null)));
        Assert.Equal(Listed(lexical), Listed(await HitsAsync(Without, 2)));
    }

    [Fact]
    public async Task An_encoder_is_not_opened_for_an_index_or_a_query_without_use_for_it()
    {
        foreach (var (index, typed) in (IEnumerable<(string, string)>)[(Without, Words), (With, "storm harbour"), (With, "source:Post")])
        {
            await using var searcher = NewsIndexServices.OpenSearcher(
                new NewsIndexOptions { Directory = index }, TimeProvider.System, openEncoder: () => throw new InvalidOperationException());
            await searcher.SearchAsync(Plan(typed, 10), CancellationToken.None);
        }
    }

    [Theory]
    [InlineData(Words, 200, 7)]
    [InlineData(Words, 20, 19)]
    [InlineData(Words, 20, 20)]
    [InlineData(Words, 5, 1)]
    [InlineData(Words, 5, 3)]
    [InlineData($"dup:first ({Words})", 20, 8)]
    public async Task Pages_cut_one_list_whatever_the_window(string typed, int window, int pageSize)
    {
        await using var searcher = Open(With, 2, window);
        var whole = await searcher.SearchAsync(Plan(typed, 1000), CancellationToken.None);
        Assert.Equal(whole.Hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal), whole.Hits);
        var paged = new List<Hit>();
        for (PageCursor? after = null; ;)
        {
            var page = await searcher.SearchAsync(Plan(typed, pageSize) with { After = after }, CancellationToken.None);
            paged.AddRange(page.Hits);
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(Listed(whole.Hits), Listed(paged));
        var exported = new List<Hit>();
        await foreach (var hit in searcher.ExportAsync(Plan(typed, 1) with { After = whole.Hits[1].Cursor }, CancellationToken.None))
            exported.Add(hit);
        Assert.Equal(Listed(whole.Hits.Skip(2)), Listed(exported));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public async Task The_window_has_the_first_hits_and_the_others_keep_their_scores(int window)
    {
        var (lexical, rescored) = (await HitsAsync(With, 0, window), await HitsAsync(With, 2, window));
        Assert.Equal(lexical.Take(window).Select(hit => hit.Id).Order(), rescored.Take(window).Select(hit => hit.Id).Order());
        Assert.Equal(Listed(lexical.Skip(window)), Listed(rescored.Skip(window)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Explanations_add_up(bool isRecent)
    {
        await using var searcher = Open(With, 2, 20);
        var plan = Plan(Words, 1000) with { Recency = isRecent ? new Recency(TimeSpan.FromDays(3650), DateTimeOffset.UnixEpoch) : null };
        var hits = (await searcher.SearchAsync(plan, CancellationToken.None)).Hits;
        foreach (var (hit, i) in hits.Select((hit, i) => (hit, i)).Where(each => each.i is 0 or 7 or 19 or 20 or 40))
        {
            var explained = await searcher.ExplainAsync(plan, hit.Id, CancellationToken.None);
            Assert.Equal(hit.Score, explained!.Score, 1e-3);
            Assert.Equal(explained.Score, explained.Parts.Sum(part => part.Score), 1e-3);
            Assert.Equal(i < 20, explained.Parts.Any(part => part.Kind == ScorePartKind.Passages));
        }
    }

    [Fact]
    public async Task Passages_of_another_encoder_are_not_compared()
    {
        await using var searcher = Open(With, 1, 200, CountingEncoder.Named("counting 2"));
        var refused = await Assert.ThrowsAsync<IndexUnavailableException>(
            () => searcher.SearchAsync(Plan(Words, 10), CancellationToken.None));
        Assert.Contains(
            "were encoded by \"counting 1\", and queries would be by \"counting 2\"", refused.Message, StringComparison.Ordinal);
        await using var off = Open(With, 0, 200, CountingEncoder.Named("counting 2"));
        Assert.NotEmpty((await off.SearchAsync(Plan(Words, 10), CancellationToken.None)).Hits);
    }

    [Theory]
    [InlineData("with", null, "has embeddings of passages, and this run would add articles without them: continue with --passages")]
    [InlineData("without", "counting 1", "has no embeddings of passages, and this run would add them: continue without --passages")]
    [InlineData("with", "counting 2", "were encoded by \"counting 1\", and this run would use \"counting 2\": the encoder has changed")]
    public void An_index_is_continued_as_it_was_begun(string name, string? encoder, string message)
    {
        var refused = Assert.Throws<IndexUnavailableException>(() => NewsIndexServices.OpenWriter(
            new NewsIndexOptions { Directory = folder.File(name) }, TimeProvider.System,
            encoder: encoder is null ? null : CountingEncoder.Named(encoder)));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_article_an_added_one_and_merged_segments_keep_their_passages()
    {
        var body = string.Join(' ', Enumerable.Repeat("The library lends books of poems to readers.", 4000))
            + " A gale sank the trawler off Whitby.";
        await AddAsync(new Article { Id = "long", Headline = "Miscellany", Body = body, Language = "en" });
        await AddAsync(new Article { Id = "german", Body = "Sturm: trawler gale sank Whitby", Language = "de" });
        const string Typed = "trawler AND gale AND sank AND Whitby";
        var before = await HitsAsync(With, 1, typed: Typed);
        Assert.Equal(["german", "long"], before.Select(hit => hit.Id).Order());
        NewsIndexServices.Merge(new NewsIndexOptions { Directory = With });
        Assert.Equal(Listed(before), Listed(await HitsAsync(With, 1, typed: Typed)));

        async Task AddAsync(Article article)
        {
            await using var writer = NewsIndexServices.OpenWriter(
                new NewsIndexOptions { Directory = With }, TimeProvider.System, encoder: Encoder);
            await writer.WriteAsync([article], CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }
    }

    private static IArticleSearcherLifetime Open(string index, float weight, int window, PassageEncoder? encoder) =>
        NewsIndexServices.OpenSearcher(
            new NewsIndexOptions { Directory = index, Ranking = { PassageEmbeddingWeight = weight, RescoringWindow = window } },
            TimeProvider.System, openEncoder: encoder is null ? null : () => encoder);

    private static IArticleSearcherLifetime Open(string index, float weight, int window) => Open(index, weight, window, Encoder);

    private static QueryPlan Plan(string typed, int pageSize) =>
        new() { Query = QueryReader.Read(typed).Query!, PageSize = pageSize, Detail = HitDetail.Id };

    private static IEnumerable<(string, float)> Listed(IEnumerable<Hit> hits) => hits.Select(hit => (hit.Id, hit.Score));

    private static Task<List<Hit>> HitsAsync(string index, float weight, int window = 200, string typed = Words) =>
        HitsAsync(index, weight, Encoder, window, typed);

    private static async Task<List<Hit>> HitsAsync(
        string index, float weight, PassageEncoder? encoder, int window = 200, string typed = Words)
    {
        await using var searcher = Open(index, weight, window, encoder);
        return [.. (await searcher.SearchAsync(Plan(typed, 1000), CancellationToken.None)).Hits];
    }
}
