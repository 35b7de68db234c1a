using NewsIndex.Articles;
using NewsIndex.Embeddings;

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
    public void An_article_is_nearer_to_a_query_by_its_best_passage_than_by_the_whole_of_it()
    {
        var article = new Article
        {
            Id = "mixed",
            Headline = "The week",
            Body = Text(200)
                + " "
                + string.Join(' ', Enumerable.Repeat("The library lends books of poems to readers and children of the school.", 60)),
        };
        sbyte[] rows = [.. ArticleEmbedding.ToBytes(article)!.Select(each => unchecked((sbyte)each))];
        var vectors = new ArticleVectors(
            rows, rows.Chunk(WordVectors.Dimensions).Select(row => 1 / MathF.Sqrt(row.Sum(each => each * each))).ToArray());
        var query = EmbeddingDirection.Of(WordVectors.Of("dockers harbour ships walkout port"))!;
        Assert.True(vectors.BestCosine(query) > vectors.Cosine(query) + 0.05);
    }

    [Theory]
    [InlineData("a storm at the coast", "\u201ca storm\u201d \u2013 at the coast...!")]
    [InlineData("U.S. troops", "U S troops")]
    public void Signs_do_not_change_an_embedding(string one, string other) => Assert.Equal(WordVectors.Of(one), WordVectors.Of(other));

    private static string Text(int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(i => i % 3 == 0 ? "harbour" : i % 3 == 1 ? "strike" : "fog"));
}
