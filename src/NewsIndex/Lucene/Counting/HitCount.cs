using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Counting;

/// <summary>Counts what matches, without scores.</summary>
internal sealed class HitCount(IndexReader reader, CancellationToken cancellation) : ICollector
{
    private const int HitsBetweenCancellationChecks = 1024;

    private readonly HitTally tally = new(reader);
    private AtomicReaderContext segment = null!;

    public HitTotal Total => new(tally.Articles, tally.Texts, tally.Sources);

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        cancellation.ThrowIfCancellationRequested();
        tally.Enter(segment = context);
    }

    public void Collect(int doc)
    {
        tally.Count(segment, doc);
        if (tally.Articles % HitsBetweenCancellationChecks == 0)
            cancellation.ThrowIfCancellationRequested();
    }
}
