using System.Runtime.InteropServices;

namespace NewsIndex.Embeddings;

/// <summary>A quantised embedding to compare articles with.</summary>
public sealed class EmbeddingDirection
{
    private readonly sbyte[] values;
    private readonly float inverseLength;

    private EmbeddingDirection(byte[] values)
    {
        this.values = MemoryMarshal.Cast<byte, sbyte>(values).ToArray();
        inverseLength = 1 / MathF.Sqrt(ByteVectors.Dot(this.values, this.values));
    }

    public int Dimensions => values.Length;

    /// <summary>Quantises an embedding; null for a vector of zeros.</summary>
    /// <param name="vector">A multiple of 128 numbers, as many as those of the rows to compare with.</param>
    public static EmbeddingDirection? Of(float[] vector) =>
        WordVectors.ToBytes(vector) is { } bytes ? new EmbeddingDirection(bytes) : null;

    /// <summary>Returns the cosine with a row, -1 to 1.</summary>
    /// <param name="inverseLengthOfRow">1 / norm of the row.</param>
    public float Cosine(ReadOnlySpan<sbyte> row, float inverseLengthOfRow) =>
        ByteVectors.Dot(row, values) * inverseLengthOfRow * inverseLength;
}
