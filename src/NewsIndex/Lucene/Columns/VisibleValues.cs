using Lucene.Net.Index;
using Lucene.Net.Search;

namespace NewsIndex.Lucene.Columns;

/// <summary>Values of a field that visible articles have.</summary>
internal static class VisibleValues
{
    /// <summary>Returns the distinct values of a segment in order. Without a scope, those of deleted articles are among them.</summary>
    public static IEnumerable<string> Of(AtomicReader segment, string field)
    {
        var column = ValueColumn.Of(segment, field);
        if (SegmentView.Of(segment).Visible is not { } visible)
            return column.Values;
        var used = new SortedSet<int>();
        var docs = visible.GetIterator();
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            foreach (var ordinal in column.Of(doc))
                used.Add(ordinal);
        }

        return used.Select(ordinal => column.Values[ordinal]);
    }
}
