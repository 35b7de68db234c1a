using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using NewsIndex.Generations;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// A lazy value of a segment under a scope, such as what its visible terms are. Without a scope it is shared by all open snapshots with the
/// segment, as those of <see cref="PerSegment{T}"/>; with one, by the readers of the same visible articles.
/// </summary>
/// <param name="compute">Computes the value from a segment under its scope. Must not depend on deleted documents otherwise.</param>
internal sealed class PerScope<T>(Func<AtomicReader, T> compute)
    where T : notnull
{
    private readonly PerSegment<T> whole = new(compute);
    private readonly PerSegment<ConditionalWeakTable<object, DerivedValues>> scoped = new(_ => []);

    /// <summary>Returns the value of a segment; concurrent callers wait while it is computed.</summary>
    /// <param name="segment">Segment of a snapshot. Its visible documents are compared by reference.</param>
    public T Of(AtomicReader segment) => SegmentView.Of(segment).Visible is { } visible
        ? scoped.Of(segment).GetOrCreateValue(visible).GetOrAdd(this, segment, compute)
        : whole.Of(segment);
}
