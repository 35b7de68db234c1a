using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Counting;

/// <summary>
/// Records all hits of another collector in a set, so that totals need no separate pass if the ranking visits each hit anyway.
/// </summary>
internal sealed class RecordingCollector(ICollector ranking, ArticleSet found) : ICollector
{
    private FixedBitSet current = null!;

    public bool AcceptsDocsOutOfOrder => ranking.AcceptsDocsOutOfOrder;

    public void SetScorer(Scorer scorer) => ranking.SetScorer(scorer);

    public void SetNextReader(AtomicReaderContext context)
    {
        current = found.Segment(context.Ord);
        ranking.SetNextReader(context);
    }

    public void Collect(int doc)
    {
        current.Set(doc);
        ranking.Collect(doc);
    }
}
