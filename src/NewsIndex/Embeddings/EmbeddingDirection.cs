using System.Runtime.InteropServices;

namespace NewsIndex.Embeddings;

/// <summary>A quantised embedding to compare articles with.</summary>
public sealed class EmbeddingDirection
{
    /// <summary>Signed bytes, widened once rather than for each row.</summary>
    private readonly short[] values;
    private readonly float inverseLength;

    private EmbeddingDirection(byte[] bytes)
    {
        var signed = MemoryMarshal.Cast<byte, sbyte>(bytes);
        values = new short[signed.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = signed[i];
        inverseLength = 1 / MathF.Sqrt(ByteVectors.Dot(signed, signed));
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

    /// <summary>Returns the cosines of two directions with a row.</summary>
    /// <param name="inverseLengthOfRow">1 / norm of the row.</param>
    internal static (float One, float Other) Cosines(
        ReadOnlySpan<sbyte> row, float inverseLengthOfRow, EmbeddingDirection one, EmbeddingDirection other)
    {
        var dots = ByteVectors.Dots(row, one.values, other.values);
        return (dots.One * inverseLengthOfRow * one.inverseLength, dots.Other * inverseLengthOfRow * other.inverseLength);
    }
}
