using System.Runtime.CompilerServices;
using Recognition.Tagging;

namespace Recognition.Features;

/// <summary>Number of times that a word got each tag.</summary>
internal struct TagCounts
{
    private Counts counts;

    public void Count(byte tag) => counts[tag]++;

    /// <summary>Packs what all occurrences but one say into a feature value; 0 if there is no other occurrence.</summary>
    /// <param name="own">The tag of the occurrence that is left out.</param>
    /// <returns>
    /// 1 plus bits: 0 to 2 the most frequent type (0 outside, 1 to 3 the types), 3 and 4 the agreement (2 all occurrences have that type,
    /// 1 at least two thirds), 5 whether there are more than two occurrences, 6 and up the most frequent tag.
    /// </returns>
    public readonly ulong Summary(byte own)
    {
        Span<int> types = [0, 0, 0, 0];
        var (total, bestTag, bestCount) = (0, 0, 0);
        for (var tag = 0; tag < TagScheme.Count; tag++)
        {
            var count = counts[tag] - (tag == own ? 1 : 0);
            if (count <= 0)
                continue;
            total += count;
            types[TagScheme.TypeOf(tag) + 1] += count;
            if (count > bestCount)
                (bestTag, bestCount) = (tag, count);
        }

        if (total == 0)
            return 0;
        var type = MostFrequent(types);
        var agreement = types[type] == total ? 2UL : types[type] * 3 >= total * 2 ? 1UL : 0;
        return 1 + (ulong)type + (agreement << 3) + ((total > 2 ? 1UL : 0) << 5) + ((ulong)bestTag << 6);
    }

    private static int MostFrequent(ReadOnlySpan<int> types)
    {
        var best = 0;
        for (var i = 1; i < types.Length; i++)
        {
            if (types[i] > types[best])
                best = i;
        }

        return best;
    }

    [InlineArray(TagScheme.Count)]
    private struct Counts
    {
        private int first;
    }
}
