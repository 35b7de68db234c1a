using NewsIndex.Articles;

namespace NewsIndex.Embeddings;

/// <summary>The embeddings of an article as bytes: the sum of its passages and then, where it has several, each passage.</summary>
internal static class ArticleEmbedding
{
    /// <returns>Rows of <see cref="WordVectors.Dimensions"/> signed bytes; null for an article without a word.</returns>
    public static byte[]? ToBytes(Article article) =>
        OfWords(PiecedWords.Of(article.Headline + " " + article.Body));

    /// <param name="words">Those of headline and body.</param>
    /// <returns>As <see cref="ToBytes"/>.</returns>
    public static byte[]? OfWords(PiecedWords words)
    {
        var passages = WordVectors.OfPassages(words);
        var whole = WordVectors.ToBytes(passages.Count == 1 ? passages[0] : Sum(passages));
        if (whole is null || passages.Count == 1)
            return whole;
        var rows = new List<byte>((passages.Count + 1) * WordVectors.Dimensions);
        rows.AddRange(whole);
        foreach (var row in passages.Select(WordVectors.ToBytes).OfType<byte[]>())
            rows.AddRange(row);
        return [.. rows];
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
}
