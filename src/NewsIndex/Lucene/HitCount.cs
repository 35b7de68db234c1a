using Lucene.Net.Index;
using Lucene.Net.Search;

namespace NewsIndex.Lucene;

/// <summary>Counts what matches, without scores.</summary>
internal sealed class HitCount(CancellationToken cancellation) : ICollector
{
    private const int HitsBetweenCancellationChecks = 1024;

    public long Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
    }

    public void SetNextReader(AtomicReaderContext context) => cancellation.ThrowIfCancellationRequested();

    public void Collect(int doc)
    {
        if (++Total % HitsBetweenCancellationChecks == 0)
            cancellation.ThrowIfCancellationRequested();
    }
}
