using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Counting;

/// <summary>
/// Notes in a set what another collector is given. A ranking that visits each hit anyway then needs no pass of its own for the totals.
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
