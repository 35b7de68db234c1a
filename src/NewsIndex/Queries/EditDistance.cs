namespace NewsIndex.Queries;

/// <summary>Insertions, deletions, changes and exchanges of neighbours between two words (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <summary>Whether at most <paramref name="most"/> edits lie between them.</summary>
    public static bool IsWithin(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (a.Length > 100 || b.Length > 100)
            return a.SequenceEqual(b);
        Span<int> before2 = stackalloc int[b.Length + 1];
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> here = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            before[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            here[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                here[j] = Math.Min(Math.Min(here[j - 1], before[j]) + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    here[j] = Math.Min(here[j], before2[j - 2] + 1);
                least = Math.Min(least, here[j]);
            }

            if (least > most)
                return false;
            var spare = before2;
            before2 = before;
            before = here;
            here = spare;
        }

        return before[b.Length] <= most;
    }
}
