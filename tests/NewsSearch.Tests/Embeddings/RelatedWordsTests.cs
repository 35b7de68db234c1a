using CsCheck;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Embeddings;

public sealed class RelatedWordsTests : IAsyncLifetime
{
    private const string Asked = "buddhist monks protest government repression";

    private static readonly string[] Odd = ["peer-to-peer", "42", "ministère", "東京", "Don't"];

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("Buddhist", "buddhism")]
    [InlineData("monks", "monk")]
    [InlineData("election", "elections")]
    [InlineData("ship", "ships")]
    public void A_word_is_related_to_those_that_mean_nearly_the_same(string word, string related) =>
        Assert.Contains(related, RelatedWords.Of(word).Select(each => each.Word));

    [Fact]
    public void Whatever_is_asked_for_has_few_related_words_the_nearest_first_and_never_itself() =>
        Check.Sample(Gen.OneOf(Gen.String[0, 12], Gen.Int[0, 4].Select(i => Odd[i])), word =>
        {
            var related = RelatedWords.Of(word);
            Assert.InRange(related.Count, 0, 10);
            Assert.DoesNotContain(word.ToLowerInvariant(), related.Select(each => each.Word));
            Assert.Equal(related.OrderByDescending(each => each.Cosine).Select(each => each.Cosine), related.Select(each => each.Cosine));
        }, iter: 200);

    [Fact]
    public async Task Of_two_articles_with_the_same_words_the_one_with_related_ones_comes_first()
    {
        Assert.Equal(["related", "unrelated"], (await Search(0.3f, 2)).Hits.Select(hit => hit.Id));
        var without = await Search(0, 2);
        Assert.Equal(without.Hits[0].Score, without.Hits[1].Score, 0.5);
    }

    [Fact]
    public async Task A_word_that_is_typed_twice_in_one_with_hyphens_is_looked_up_once()
    {
        await using var searcher = Searcher(0.3f);
        var query = new Query.Or([.. "peer-to-peer monks protest government repression".Split(' ').Select(word => new Query.Word(word))]);
        Assert.NotEmpty((await searcher.SearchAsync(new QueryPlan { Query = query }, CancellationToken.None)).Hits);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(64)]
    public async Task Pages_of_any_size_make_the_same_list_as_one_page(int size)
    {
        await using var searcher = Searcher(0.3f);
        var whole = await searcher.SearchAsync(Plan(200), CancellationToken.None);
        Assert.Equal(122, whole.Hits.Count);
        Assert.Equal(whole.Hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Score), whole.Hits.Select(hit => hit.Score));

        var paged = new List<Hit>();
        for (PageCursor? after = null; ;)
        {
            var page = await searcher.SearchAsync(Plan(size) with { After = after }, CancellationToken.None);
            paged.AddRange(page.Hits);
            Assert.Equal(whole.Total, page.Total);
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(whole.Hits.Select(hit => (hit.Id, hit.Score)), paged.Select(hit => (hit.Id, hit.Score)));
    }

    [Fact]
    public async Task Related_words_are_explained_and_the_parts_add_up_for_the_first_hits_and_for_the_others()
    {
        await using var searcher = Searcher(0.3f);
        var hits = (await searcher.SearchAsync(Plan(200), CancellationToken.None)).Hits;
        foreach (var hit in (Hit[])[hits[0], hits[49], hits[50], hits[^1]])
        {
            var explained = await searcher.ExplainAsync(Plan(200), hit.Id, CancellationToken.None);
            Assert.Equal(hit.Score, explained!.Score, 1e-3);
            Assert.Equal(explained.Score, explained.Parts.Sum(part => part.Score), 1e-3);
        }

        Assert.Contains(
            ScorePartKind.Related,
            (await searcher.ExplainAsync(Plan(200), hits[0].Id, CancellationToken.None))!.Parts.Select(part => part.Kind));
        Assert.DoesNotContain(
            ScorePartKind.Related,
            (await searcher.ExplainAsync(Plan(200), hits[^1].Id, CancellationToken.None))!.Parts.Select(part => part.Kind));
    }

    public async Task InitializeAsync()
    {
        await using var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = folder.Path }, TimeProvider.System);
        await writer.WriteAsync(
            [
                Article("unrelated", $"{Asked}. The carpenter measured planks beside his kitchen window."),
                Article("related", $"{Asked}. The abbot of a temple told demonstrators about religious temples."),
                .. Enumerable.Range(0, 120).Select(
                    i =>
                        Article(
                            $"other{i:D3}",
                            $"The government of place {i} met {i % 7} ministers about roads {(i % 3 == 0 ? "and a protest" : "")} in week "
                            + $"{i % 11}.")),
            ],
            CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    private static Article Article(string id, string body) => new() { Id = id, Headline = "", Language = "en", Body = body };

    private static QueryPlan Plan(int size) => new()
    {
        Query = new Query.Or([.. Asked.Split(' ').Select(word => new Query.Word(word))]),
        PageSize = size,
    };

    private IArticleSearcherLifetime Searcher(float related) =>
        NewsIndexServices.OpenSearcher(
            new NewsIndexOptions
            {
                Directory = folder.Path,
                Ranking =
                {
                    RelatedWeight = related,
                    MeaningWeight = related == 0 ? 0 : 0.01f,
                    RescoringWindow = 50,
                },
            },
            TimeProvider.System);

    private async Task<HitPage> Search(float related, int size)
    {
        await using var searcher = Searcher(related);
        return await searcher.SearchAsync(Plan(size), CancellationToken.None);
    }
}
