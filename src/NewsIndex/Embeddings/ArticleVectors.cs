namespace NewsIndex.Embeddings;

/// <summary>The embeddings of one article: the whole article and, if there are several, its passages.</summary>
/// <param name="rows">
/// Rows of <see cref="WordVectors.Dimensions"/> values as <see cref="ArticleEmbedding.ToBytes"/> writes them; empty for an article without
/// an embedding.
/// </param>
/// <param name="inverseLengths">1 / norm of each row.</param>
public readonly struct ArticleVectors(ReadOnlyMemory<sbyte> rows, ReadOnlyMemory<float> inverseLengths)
{
    public bool IsEmpty => inverseLengths.IsEmpty;

    /// <summary>Returns the cosine of the whole article, -1 to 1; 0 without an embedding.</summary>
    public float Cosine(EmbeddingDirection direction) => IsEmpty ? 0 : CosineOf(0, direction);

    /// <summary>Returns the cosine of the best passage, -1 to 1; 0 without an embedding.</summary>
    public float BestCosine(EmbeddingDirection direction)
    {
        if (inverseLengths.Length < 2)
            return Cosine(direction);
        var best = -1f;
        for (var row = 1; row < inverseLengths.Length; row++)
            best = Math.Max(best, CosineOf(row, direction));
        return best;
    }

    /// <summary>Adds the whole article, scaled to a length, to a sum.</summary>
    public void AddTo(float[] sum, float length)
    {
        if (IsEmpty)
            return;
        var whole = Row(0);
        var scale = length * inverseLengths.Span[0];
        for (var i = 0; i < sum.Length; i++)
            sum[i] += scale * whole[i];
    }

    private float CosineOf(int row, EmbeddingDirection direction) => direction.Cosine(Row(row), inverseLengths.Span[row]);

    private ReadOnlySpan<sbyte> Row(int row) => rows.Span.Slice(row * WordVectors.Dimensions, WordVectors.Dimensions);
}
