namespace NewsIndex.Lucene.Segments;

/// <summary>The terms of a column in their order.</summary>
internal sealed class TermOrdinals
{
    private readonly int[] ordinals;
    private readonly int[] terms;

    /// <param name="order">All terms of the segment in their order.</param>
    public TermOrdinals(TermColumn column, int[] order)
    {
        ordinals = new int[order.Length];
        for (var i = 0; i < column.Count; i++)
            ordinals[column[i]] = 1;
        var found = new List<int>();
        foreach (var term in order)
        {
            if (ordinals[term] == 0)
                continue;
            ordinals[term] = found.Count;
            found.Add(term);
        }

        terms = [.. found];
    }

    public int Count => terms.Length;

    public int TermOf(int ordinal) => terms[ordinal];

    public int Of(int term) => ordinals[term];
}
