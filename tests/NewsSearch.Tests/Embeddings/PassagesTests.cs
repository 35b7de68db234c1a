using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Embeddings;

public sealed class PassagesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(299, 1)]
    [InlineData(300, 2)]
    [InlineData(499, 2)]
    [InlineData(500, 3)]
    [InlineData(2000, 10)]
    public void Passages_have_two_hundred_words_and_the_last_takes_a_rest_below_half_of_one(int words, int passages) =>
        Assert.Equal(passages, WordVectors.OfPassages(Text(words)).Count);

    [Fact]
    public void The_passages_of_a_text_sum_up_to_the_text()
    {
        var sum = new float[WordVectors.Dimensions];
        foreach (var passage in WordVectors.OfPassages(Text(777)))
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += passage[i];
        }

        var whole = WordVectors.Of(Text(777));
        Assert.All(sum.Zip(whole), pair => Assert.Equal(pair.Second, pair.First, Math.Abs(pair.Second * 1e-3) + 1e-3));
    }

    [Fact]
    public async Task An_article_is_nearer_to_a_query_by_its_best_passage_than_by_the_whole_of_it()
    {
        using var folder = new TemporaryFolder();
        var article = new Article
        {
            Id = "mixed",
            Headline = "The week",
            Language = "en",
            Body = Text(200)
                + " "
                + string.Join(' ', Enumerable.Repeat("The library lends books of poems to readers and children of the school.", 60)),
        };
        await using (var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = folder.Path }, TimeProvider.System))
        {
            await writer.WriteAsync([article], CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        Assert.True(await Score(1) > await Score(0));

        async Task<float> Score(float passages)
        {
            await using var searcher = NewsIndexServices.OpenSearcher(
                new NewsIndexOptions { Directory = folder.Path, Ranking = { PassageWeight = passages } }, TimeProvider.System);
            var query = new Query.Or([.. "dockers harbour ships walkout port".Split(' ').Select(word => new Query.Word(word))]);
            return (await searcher.SearchAsync(new QueryPlan { Query = query }, CancellationToken.None)).Hits[0].Score;
        }
    }

    private static string Text(int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(i => i % 3 == 0 ? "harbour" : i % 3 == 1 ? "strike" : "fog"));
}
