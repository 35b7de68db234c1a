using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// A kind of value that each segment computes when first needed. Every open snapshot that has the segment shares it, and the last of them
/// releases it.
/// </summary>
/// <param name="compute">From a segment. May depend on nothing that a later commit changes, such as which documents are deleted.</param>
internal sealed class PerSegment<T>(Func<AtomicReader, T> compute)
    where T : notnull
{
    /// <summary>The value of a segment; threads that need it while it is computed wait for it.</summary>
    /// <param name="segment">Of a snapshot.</param>
    public T Of(AtomicReader segment) => SegmentView.Of(segment).Derived.GetOrAdd(this, segment, compute);
}
