using System.Runtime.Intrinsics;

namespace NewsIndex.NearDuplicates;

/// <summary>
/// How many shingles of a text are in each of 32 equal parts of all that there can be. Two texts share at most the smaller count of each
/// part, which tells most texts with something in common from near-duplicates without their shingles.
/// </summary>
/// <remarks>A text with more than 255 shingles in a part has no counts: nothing is said of it.</remarks>
internal readonly record struct ShingleCounts
{
    private const int PartBits = 5;

    /// <summary>A byte for each part; 0 in all of them for a text without counts.</summary>
    private readonly Vector256<byte> parts;

    private ShingleCounts(Vector256<byte> parts) => this.parts = parts;

    public static ShingleCounts Of(ReadOnlySpan<ulong> shingles)
    {
        Span<byte> counts = stackalloc byte[1 << PartBits];
        counts.Clear();
        foreach (var shingle in shingles)
        {
            ref var count = ref counts[(int)(shingle >> (64 - PartBits))];
            if (count == byte.MaxValue)
                return default;
            count++;
        }

        return new ShingleCounts(Vector256.Create<byte>(counts));
    }

    /// <summary>The most that <see cref="TextShingles.Resemblance"/> of the two texts can be; 1 when one of them has no counts.</summary>
    public double MaxResemblance(ShingleCounts other)
    {
        var (one, two) = (Sum(parts), Sum(other.parts));
        if (one == 0 || two == 0)
            return 1;
        var both = Sum(Vector256.Min(parts, other.parts));
        return (double)both / (one + two - both);
    }

    private static int Sum(Vector256<byte> counts)
    {
        var (lower, upper) = Vector256.Widen(counts);
        return Vector256.Sum(lower + upper);
    }
}
