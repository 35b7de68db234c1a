using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>A lazy value of each segment, shared by all open snapshots with the segment and released with the last of them.</summary>
/// <param name="compute">
/// Computes the value from a segment. Must not depend on later commits, such as on deleted documents, nor on a scope.
/// </param>
internal sealed class PerSegment<T>(Func<AtomicReader, T> compute)
    where T : notnull
{
    /// <summary>Returns the value of a segment; concurrent callers wait while it is computed.</summary>
    /// <param name="segment">Segment of a snapshot.</param>
    public T Of(AtomicReader segment)
    {
        var view = SegmentView.Of(segment);
        return view.Derived.GetOrAdd(this, view.Whole, compute);
    }
}
