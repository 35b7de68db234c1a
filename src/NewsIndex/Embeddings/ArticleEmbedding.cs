using NewsIndex.Articles;

namespace NewsIndex.Embeddings;

/// <summary>The embeddings of an article as bytes: the sum of its passages and then, where it has several, each passage.</summary>
internal static class ArticleEmbedding
{
    /// <returns>Rows of <see cref="WordVectors.Dimensions"/> signed bytes; null for an article without a word.</returns>
    public static byte[]? ToBytes(Article article)
    {
        var passages = WordVectors.OfPassages(article.Headline + " " + article.Body);
        return WordVectors.ToBytes(Sum(passages)) is { } whole ? [.. whole, .. passages.Count > 1 ? Rows(passages) : []] : null;
    }

    private static float[] Sum(IReadOnlyList<float[]> passages)
    {
        var sum = new float[WordVectors.Dimensions];
        foreach (var passage in passages)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += passage[i];
        }

        return sum;
    }

    private static IEnumerable<byte> Rows(IReadOnlyList<float[]> passages) =>
        passages.Select(WordVectors.ToBytes).OfType<byte[]>().SelectMany(row => row);
}
