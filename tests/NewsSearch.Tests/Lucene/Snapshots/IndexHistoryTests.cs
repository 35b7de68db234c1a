using CsCheck;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Lucene.Snapshots;

/// <summary>The same articles give the same answers, to the last bit, however they came to the index.</summary>
public sealed class IndexHistoryTests(IndexHistoryTests.TwoHistories histories) : IClassFixture<IndexHistoryTests.TwoHistories>
{
    [Theory]
    [InlineData("storm AND coast AND minister")]
    [InlineData("oil AND storm AND bank AND price AND coast")]
    [InlineData("(storm OR rise) AND (coast OR vote) AND minister NOT village")]
    [InlineData("storm AND \"coast minister\" AND oil")]
    [InlineData("storm AND coast NEAR/5 oil AND minister")]
    [InlineData("storm OR coast OR minister OR oil")]
    public async Task Scores_do_not_depend_on_the_parts_that_an_index_lies_in(string typed)
    {
        var inOnePart = await ScoresAsync(histories.InOnePart, typed);
        Assert.True(inOnePart.Count > 10);
        Assert.Equal(inOnePart, await ScoresAsync(histories.InParts, typed));
    }

    private static async Task<List<(string Id, double Score)>> ScoresAsync(NewsIndexOptions index, string typed)
    {
        await using var searcher = NewsIndexServices.OpenSearcher(index, TimeProvider.System);
        var page =
            await searcher.SearchAsync(new QueryPlan { Query = QueryReader.Read(typed).Query!, PageSize = 600 }, CancellationToken.None);
        return [.. page.Hits.Select(hit => (hit.Id, hit.Score))];
    }

    public sealed class TwoHistories : IAsyncLifetime
    {
        private static readonly string[] Words =
            ["storm", "coast", "minister", "oil", "price", "bank", "rise", "village", "harbour", "vote"];

        /// <summary>
        /// Those whose number ends in 9 have all the words, those in 0 only the first: each part of the archive has frequencies of its own.
        /// </summary>
        private static readonly Gen<Article[]> Articles = Gen.Int[0, Words.Length - 1].Array[3, 60].Array[600]
            .Select(
                bodies => bodies.Select((body, i) => new Article
                {
                    Id = $"a{i:000}",
                    Body = string.Join(' ', body.Select(word => Words[word * (1 + (i % 10)) / 10])),
                    Language = "en",
                })
                    .ToArray());

        private readonly TemporaryFolder folder = new();

        public NewsIndexOptions InOnePart => new() { Directory = folder.File("one") };

        public NewsIndexOptions InParts => new() { Directory = folder.File("parts") };

        public async Task InitializeAsync()
        {
            var articles = Articles.Single(_ => true, "0000000000000");
            await WriteAsync(InOnePart, articles);
            foreach (var run in articles.OrderBy(article => article.Id[^1]).Chunk(60))
                await WriteAsync(InParts, run);
        }

        public Task DisposeAsync()
        {
            folder.Dispose();
            return Task.CompletedTask;
        }

        private static async Task WriteAsync(NewsIndexOptions index, Article[] articles)
        {
            await using var writer = NewsIndexServices.OpenWriter(index, TimeProvider.System);
            await writer.WriteAsync(articles, CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }
    }
}
