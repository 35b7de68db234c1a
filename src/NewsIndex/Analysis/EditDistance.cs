namespace NewsIndex.Analysis;

/// <summary>Edit distance of two words: insertions, deletions, substitutions and transpositions (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <summary>Returns true if the distance is at most <paramref name="most"/>.</summary>
    public static bool IsWithin(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (a.Length > 100 || b.Length > 100)
            return a.SequenceEqual(b);
        if (Math.Abs(a.Length - b.Length) > most)
            return false;
        Span<int> before2 = stackalloc int[b.Length + 1];
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> here = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            before[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            // Only cells near the diagonal can be within the distance.
            var (first, last) = (Math.Max(1, i - most), Math.Min(b.Length, i + most));
            here[first - 1] = first == 1 ? i : most + 1;
            var least = here[first - 1];
            for (var j = first; j <= last; j++)
            {
                here[j] = Math.Min(Math.Min(here[j - 1], before[j]) + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    here[j] = Math.Min(here[j], before2[j - 2] + 1);
                least = Math.Min(least, here[j]);
            }

            if (least > most)
                return false;
            if (last < b.Length)
                here[last + 1] = most + 1;
            var spare = before2;
            before2 = before;
            before = here;
            here = spare;
        }

        return before[b.Length] <= most;
    }
}
