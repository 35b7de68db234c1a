using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using NewsIndex.Generations;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// A lazy value of a segment with its live documents: shared by all open snapshots that see the same live documents of the segment, and
/// released with the last of them.
/// </summary>
/// <param name="compute">Computes the value from a segment and its live documents.</param>
internal sealed class PerLiveDocs<T>(Func<AtomicReader, T> compute)
    where T : notnull
{
    private static readonly object AllLive = new();

    private readonly PerSegment<ConditionalWeakTable<object, DerivedValues>> byLiveDocs = new(_ => []);

    /// <summary>Returns the value of a segment; concurrent callers wait while it is computed.</summary>
    /// <param name="segment">Segment of a snapshot. Its live documents are compared by reference.</param>
    public T Of(AtomicReader segment) =>
        byLiveDocs.Of(segment).GetOrCreateValue(segment.LiveDocs ?? AllLive).GetOrAdd(this, segment, compute);
}
