namespace NewsIndex.Results;

/// <summary>Selects the most frequent values.</summary>
internal static class MostFrequent
{
    /// <summary>Most frequent first; equal ones by their keys.</summary>
    /// <param name="keyOf">Compared by code units.</param>
    public static List<(T Value, long Articles)> Of<T>(IEnumerable<(T Value, long Articles)> counts, int limit, Func<T, string> keyOf)
    {
        var least =
            new PriorityQueue<(T Value, long Articles), (T Value, long Articles)>(Comparer<(T Value, long Articles)>.Create(Compare));
        foreach (var each in counts)
        {
            if (least.Count < limit)
                least.Enqueue(each, each);
            else if (limit > 0 && Compare(each, least.Peek()) > 0)
                least.EnqueueDequeue(each, each);
        }

        var most = new List<(T, long)>(least.Count);
        while (least.TryDequeue(out var each, out _))
            most.Add(each);
        most.Reverse();
        return most;

        int Compare((T Value, long Articles) a, (T Value, long Articles) b) =>
            a.Articles != b.Articles ? a.Articles.CompareTo(b.Articles) : string.CompareOrdinal(keyOf(b.Value), keyOf(a.Value));
    }
}
