using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// A lazy value merged from the large segments of a generation, shared by all generations with the same large segments, so that the next
/// generation costs as much as its small segments have.
/// </summary>
/// <param name="merge">Computes the value from the large segments, which may be none. Must not depend on deleted documents.</param>
internal sealed class PerLargeSegments<T>(Func<IReadOnlyList<AtomicReader>, T> merge)
    where T : notnull
{
    /// <summary>The value is kept by the largest segment, and so released with it.</summary>
    private readonly PerSegment<Kept> kept = new(_ => new Kept());

    /// <summary>Returns the value; concurrent callers wait while it is computed. Under a scope it is computed each time.</summary>
    /// <param name="reader">Reader of a snapshot.</param>
    public T Of(IndexReader reader)
    {
        var large = SegmentsBySize.Of(reader).Large;
        return large.Count == 0 || SnapshotReader.Of(reader).IsScoped
            ? merge(large)
            : kept.Of(large.MaxBy(segment => segment.MaxDoc)!).Of([.. large.Select(segment => segment.CoreCacheKey)], () => merge(large));
    }

    /// <summary>The value of those large segments that were asked for last.</summary>
    private sealed class Kept
    {
        private readonly System.Threading.Lock gate = new();
        private object[] segments = [];
        private T? value;

        public T Of(object[] wanted, Func<T> compute)
        {
            lock (gate)
            {
                if (!segments.SequenceEqual(wanted, ReferenceEqualityComparer.Instance))
                    (value, segments) = (compute(), wanted);
                return value!;
            }
        }
    }
}
