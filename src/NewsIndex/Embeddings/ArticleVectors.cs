namespace NewsIndex.Embeddings;

/// <summary>The embeddings of one article: the whole article and, if there are several, its passages.</summary>
public readonly struct ArticleVectors
{
    private readonly sbyte[] rows;
    private readonly float[] inverseLengths;
    private readonly int first;
    private readonly int end;

    /// <param name="rows">
    /// Rows of <see cref="WordVectors.Dimensions"/> values as <see cref="ArticleEmbedding.ToBytes"/> writes them; empty for an article
    /// without an embedding.
    /// </param>
    /// <param name="inverseLengths">1 / norm of each row.</param>
    public ArticleVectors(sbyte[] rows, float[] inverseLengths)
        : this(rows, inverseLengths, 0, inverseLengths.Length)
    {
    }

    /// <param name="rows">Rows of several articles.</param>
    /// <param name="inverseLengths">As many as rows.</param>
    /// <param name="first">The first row of the article.</param>
    /// <param name="end">The row after its last.</param>
    internal ArticleVectors(sbyte[] rows, float[] inverseLengths, int first, int end) =>
        (this.rows, this.inverseLengths, this.first, this.end) = (rows, inverseLengths, first, end);

    public bool IsEmpty => first == end;

    /// <summary>The first passage, or the whole article where it is the only one.</summary>
    private int FirstPassage => end - first < 2 ? first : first + 1;

    /// <summary>Returns the cosine of the whole article, -1 to 1; 0 without an embedding.</summary>
    public float Cosine(EmbeddingDirection direction) => IsEmpty ? 0 : direction.Cosine(Row(first), inverseLengths[first]);

    /// <summary>Returns the cosine of the best passage, -1 to 1; 0 without an embedding.</summary>
    public float BestCosine(EmbeddingDirection direction)
    {
        if (IsEmpty)
            return 0;
        var best = -1f;
        for (var row = FirstPassage; row < end; row++)
            best = Math.Max(best, direction.Cosine(Row(row), inverseLengths[row]));
        return best;
    }

    /// <summary>Returns <see cref="BestCosine"/> of two directions, reading each row once.</summary>
    internal (float One, float Other) BestCosines(EmbeddingDirection one, EmbeddingDirection other)
    {
        if (IsEmpty)
            return default;
        var best = (One: -1f, Other: -1f);
        for (var row = FirstPassage; row < end; row++)
        {
            var cosines = EmbeddingDirection.Cosines(Row(row), inverseLengths[row], one, other);
            best = (Math.Max(best.One, cosines.One), Math.Max(best.Other, cosines.Other));
        }

        return best;
    }

    /// <summary>Adds the whole article, scaled to a length, to a sum.</summary>
    public void AddTo(float[] sum, float length)
    {
        if (IsEmpty)
            return;
        var whole = Row(first);
        var scale = length * inverseLengths[first];
        for (var i = 0; i < sum.Length; i++)
            sum[i] += scale * whole[i];
    }

    private ReadOnlySpan<sbyte> Row(int row) => rows.AsSpan(row * WordVectors.Dimensions, WordVectors.Dimensions);
}
