using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Scoring;

/// <summary>Recency factors of the articles of a segment: see <see cref="Recency"/>.</summary>
internal sealed class RecencyColumn(Recency recency)
{
    private long[] sortSeconds = [];

    public void Enter(AtomicReader segment) => sortSeconds = SegmentColumns.Of(segment).SortSeconds(segment);

    public float Of(int doc) =>
        (float)recency.Weight(sortSeconds[doc] == long.MinValue ? null : DateTimeOffset.FromUnixTimeSeconds(sortSeconds[doc]));
}
