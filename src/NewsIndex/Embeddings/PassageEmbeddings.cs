using NewsIndex.Articles;

namespace NewsIndex.Embeddings;

/// <summary>The embeddings of an article's passages as bytes, one row after the other.</summary>
internal static class PassageEmbeddings
{
    /// <returns>For each passage a row of signed bytes, as long as the encoder's embedding; null for an article without a word.</returns>
    public static byte[]? ToBytes(Article article, PassageEncoder encoder)
    {
        var passages = PassagePieces.Of(article.Headline + "\n" + article.Body);
        return passages.Count == 0
            ? null
            : [.. passages.Select(encoder.Encode).Select(ByteVectors.Quantise).OfType<byte[]>().SelectMany(row => row)];
    }

    /// <summary>Returns the highest cosine of a passage with a query, -1 to 1; null for an article without passages.</summary>
    /// <param name="rows">As <see cref="ToBytes"/> gives them.</param>
    /// <param name="query">By the same encoder.</param>
    public static float? BestCosine(ReadOnlySpan<sbyte> rows, EmbeddingDirection query)
    {
        float? best = null;
        for (; rows.Length >= query.Dimensions; rows = rows[query.Dimensions..])
        {
            var row = rows[..query.Dimensions];
            best = Math.Max(best ?? -1, query.Cosine(row, 1 / MathF.Sqrt(ByteVectors.Dot(row, row))));
        }

        return best;
    }
}
