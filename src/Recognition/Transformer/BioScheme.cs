using Recognition.Tagging;

namespace Recognition.Transformer;

/// <summary>
/// The BIO tags of the transformer: 0 is Outside; the Beginning and the Inside of a name follow for persons (1, 2), organisations (3, 4)
/// and places (5, 6).
/// </summary>
internal static class BioScheme
{
    /// <summary>Number of tags.</summary>
    public const int Count = 7;

    /// <summary>By tag, the tags that may precede it, in ascending order.</summary>
    private static readonly int[][] Predecessors =
        [.. Enumerable.Range(0, Count).Select(tag => Enumerable.Range(0, Count).Where(previous => MayFollow(previous, tag)).ToArray())];

    /// <summary>Returns the BIO tag of a BILOU tag.</summary>
    /// <param name="tag">A tag of <see cref="TagScheme"/>.</param>
    public static int Of(int tag) =>
        tag == TagScheme.Outside ? 0 : (TagScheme.TypeOf(tag) * 2) + (TagScheme.StartsName(tag) ? 1 : 2);

    /// <summary>Finds the valid tag sequence with the highest sum of scores (Viterbi).</summary>
    /// <param name="scores">
    /// <see cref="Count"/> a token. Of sequences with equal sums, the one with the lowest last tag wins, then with the lowest tag before
    /// it, and so on to the first.
    /// </param>
    /// <returns>BILOU tags of <see cref="TagScheme"/>.</returns>
    public static byte[] Decode(ReadOnlySpan<float> scores)
    {
        var length = scores.Length / Count;
        if (length == 0)
            return [];
        var sums = new float[scores.Length];
        var predecessors = new byte[scores.Length];
        for (var tag = 0; tag < Count; tag++)
            sums[tag] = MayFollow(0, tag) ? scores[tag] : float.NegativeInfinity;
        for (var i = 1; i < length; i++)
            Advance(i, scores, sums, predecessors);
        return TagScheme.Encode(length, Spans(TraceBack(sums, predecessors)));
    }

    private static void Advance(int i, ReadOnlySpan<float> scores, float[] sums, byte[] predecessors)
    {
        var before = sums.AsSpan((i - 1) * Count, Count);
        for (var tag = 0; tag < Count; tag++)
        {
            var (best, bestSum) = (0, float.NegativeInfinity);
            foreach (var previous in Predecessors[tag])
            {
                if (before[previous] > bestSum)
                    (best, bestSum) = (previous, before[previous]);
            }

            sums[(i * Count) + tag] = bestSum + scores[(i * Count) + tag];
            predecessors[(i * Count) + tag] = (byte)best;
        }
    }

    private static byte[] TraceBack(float[] sums, byte[] predecessors)
    {
        var tags = new byte[sums.Length / Count];
        var best = 0;
        for (var tag = 1; tag < Count; tag++)
        {
            if (sums[^(Count - tag)] > sums[^(Count - best)])
                best = tag;
        }

        for (var i = tags.Length - 1; i >= 0; i--)
        {
            tags[i] = (byte)best;
            best = predecessors[(i * Count) + best];
        }

        return tags;
    }

    private static IEnumerable<TagSpan> Spans(byte[] tags)
    {
        for (var start = 0; start < tags.Length; start++)
        {
            if (tags[start] == 0)
                continue;
            var end = start + 1;
            while (end < tags.Length && tags[end] == tags[start] + 1)
                end++;
            yield return new TagSpan(start, end, (tags[start] - 1) / 2);
            start = end - 1;
        }
    }

    private static bool MayFollow(int previous, int tag) => tag == 0 || tag % 2 == 1 || previous == tag || previous == tag - 1;
}
