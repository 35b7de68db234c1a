using Recognition.Tagging;

namespace Recognition.Transformer;

/// <summary>The network's tags: 0 outside, then the first word and the others of a name, for persons, organisations and places.</summary>
internal static class NetworkTags
{
    public const int Count = 7;

    /// <summary>By tag, the tags that may stand before it.</summary>
    private static readonly int[][] Before = [.. Enumerable.Range(0, Count).Select(tag => Enumerable.Range(0, Count).Where(before => MayFollow(before, tag)).ToArray())];

    /// <summary>Of a tag of <see cref="TagScheme"/>.</summary>
    public static int Of(int tag) => tag == TagScheme.Outside ? 0 : (TagScheme.TypeOf(tag) * 2) + (TagScheme.Opens(tag) ? 1 : 2);

    /// <summary>The allowed sequence with the greatest sum, as <see cref="TagScheme"/> numbers tags; of equal ones that with the lower last tags.</summary>
    /// <param name="scores">Seven a word.</param>
    public static byte[] Decode(ReadOnlySpan<float> scores)
    {
        var tags = new byte[scores.Length / Count];
        var sums = new float[scores.Length];
        var from = new byte[scores.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            for (var tag = 0; tag < Count; tag++)
            {
                var (best, bestSum) = (0, i == 0 && MayFollow(0, tag) ? 0 : float.NegativeInfinity);
                foreach (var before in i == 0 ? [] : Before[tag])
                {
                    if (sums[((i - 1) * Count) + before] > bestSum)
                        (best, bestSum) = (before, sums[((i - 1) * Count) + before]);
                }

                sums[(i * Count) + tag] = bestSum + scores[(i * Count) + tag];
                from[(i * Count) + tag] = (byte)best;
            }
        }

        var last = 0;
        for (var tag = 1; tag < Count && tags.Length > 0; tag++)
        {
            if (sums[^(Count - tag)] > sums[^(Count - last)])
                last = tag;
        }

        for (var i = tags.Length - 1; i >= 0; i--)
        {
            tags[i] = (byte)last;
            last = from[(i * Count) + last];
        }

        return InScheme(tags);
    }

    private static byte[] InScheme(byte[] tags)
    {
        var spans = new List<TagSpan>();
        for (var start = 0; start < tags.Length; start++)
        {
            if (tags[start] == 0)
                continue;
            var end = start + 1;
            while (end < tags.Length && tags[end] == tags[start] + 1)
                end++;
            spans.Add(new TagSpan(start, end, (tags[start] - 1) / 2));
            start = end - 1;
        }

        return TagScheme.Encode(tags.Length, spans);
    }

    private static bool MayFollow(int before, int tag) => tag == 0 || tag % 2 == 1 || before == tag || before == tag - 1;
}
