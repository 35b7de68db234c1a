using System.Numerics;

namespace NewsIndex.NearDuplicates;

/// <summary>Locality-sensitive hashes of a text: texts are compared only if they share at least one.</summary>
/// <remarks>
/// MinHash with 12 bands of 4 rows (Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4). Of pairs with a Jaccard
/// similarity of 0.8, 0.2 % share no band and are missed; of pairs with 0.3, one in eleven is compared in vain.
/// </remarks>
public static class TextBands
{
    public const int Count = 12;
    private const int Rows = 4;

    private static readonly uint[] Factors = [.. Constants(0x9E3779B97F4A7C15UL).Select(constant => constant | 1)];
    private static readonly uint[] Summands = [.. Constants(0xD1B54A32D192ED03UL)];

    /// <returns><see cref="Count"/> hashes; none for a text without shingles.</returns>
    public static uint[] Of(ReadOnlySpan<ulong> shingles)
    {
        if (shingles.IsEmpty)
            return [];
        var least = LeastOf(shingles);
        var bands = new uint[Count];
        for (var band = 0; band < Count; band++)
        {
            var hash = (ulong)band + 1;
            for (var row = 0; row < Rows; row++)
                hash = TextShingles.Mix(hash ^ least[(band * Rows) + row]);
            bands[band] = (uint)hash;
        }

        return bands;
    }

    private static IEnumerable<uint> Constants(ulong seed) =>
        Enumerable.Range(1, Count * Rows).Select(i => (uint)TextShingles.Mix(unchecked((ulong)i * seed)));

    private static uint[] LeastOf(ReadOnlySpan<ulong> shingles)
    {
        var least = new uint[Factors.Length];
        Array.Fill(least, uint.MaxValue);
        foreach (var shingle in shingles)
        {
            var seed = (uint)(shingle ^ (shingle >> 32));
            var folded = new Vector<uint>(seed);
            var i = 0;
            for (; i <= least.Length - Vector<uint>.Count; i += Vector<uint>.Count)
            {
                // Multiplication alone never changes low bits by high ones; the shift mixes them.
                var hashed = (folded * new Vector<uint>(Factors, i)) + new Vector<uint>(Summands, i);
                hashed ^= Vector.ShiftRightLogical(hashed, 15);
                hashed *= new Vector<uint>(0x85EBCA6B);
                Vector.Min(new Vector<uint>(least, i), hashed).CopyTo(least, i);
            }

            for (; i < least.Length; i++)
            {
                var hashed = unchecked((seed * Factors[i]) + Summands[i]);
                hashed ^= hashed >> 15;
                hashed = unchecked(hashed * 0x85EBCA6B);
                least[i] = Math.Min(least[i], hashed);
            }
        }

        return least;
    }
}
