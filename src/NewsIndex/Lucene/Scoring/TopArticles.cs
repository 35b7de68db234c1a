using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Columns;
using NewsIndex.Queries;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Collects the first hits of an order: an optional window from the top, and one page of the hits behind it. Does not count.
/// </summary>
internal sealed class TopArticles : ICollector
{
    private const int HitsBetweenCancellationChecks = 1024;

    private readonly IList<AtomicReaderContext> segments;
    private readonly HitOrder order;
    private readonly PageCursor? after;
    private readonly int[] afterOrdinals;
    private readonly RecencyColumn? recency;
    private readonly CancellationToken cancellation;
    private readonly HitComparison comparison;
    private readonly HitHeap window;
    private readonly HitHeap page;

    /// <summary>The first hit of each group of near-duplicates; null when all of them are hits.</summary>
    private readonly Dictionary<int, RankedHit>? bestOfGroup;
    private readonly CopyColumn? copies;

    private Scorer scorer = null!;

    /// <summary>Sort values of the current segment; not used for relevance.</summary>
    private long[] numbers = [];

    /// <summary>Near-duplicate groups of the current segment; empty when all of them are hits.</summary>
    private int[] groups = [];
    private int segment;
    private int looked;

    /// <param name="count">Maximum hits behind the window.</param>
    /// <param name="after">Last hit of the previous page; null for the first page. The window has the first hits on every page.</param>
    /// <param name="recency">Null when the recency boost is off.</param>
    /// <param name="copiesOnce">True to keep only the first of near-duplicates.</param>
    /// <param name="window">Maximum hits in the window; 0 for none.</param>
    public TopArticles(IndexReader reader, HitOrder order, int count, PageCursor? after, RecencyColumn? recency, bool copiesOnce,
        CancellationToken cancellation, int window = 0)
    {
        segments = reader.Leaves;
        comparison = new HitComparison(reader);
        (this.window, page) = (new HitHeap(comparison, window), new HitHeap(comparison, count));
        if (copiesOnce)
            (copies, bestOfGroup) = (CopyColumn.Of(reader), []);
        (this.order, this.after, this.recency, this.cancellation) = (order, after, recency, cancellation);
        afterOrdinals = after is null ? [] : [.. segments.Select(context => comparison.OrdinalOf(after.Id, context.Ord))];
    }

    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>Compares hits by key and id.</summary>
    public IComparer<RankedHit> Order => comparison;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        cancellation.ThrowIfCancellationRequested();
        segment = context.Ord;
        recency?.Enter(context.AtomicReader);
        groups = copies?.Numbers(context) ?? [];
        numbers = order switch
        {
            HitOrder.Relevance => [],
            HitOrder.Arrived => SegmentColumns.Of(context.AtomicReader).Arrivals(context.AtomicReader),
            _ => SegmentColumns.Of(context.AtomicReader).SortSeconds(context.AtomicReader),
        };
    }

    public void Collect(int doc)
    {
        if (++looked % HitsBetweenCancellationChecks == 0)
            cancellation.ThrowIfCancellationRequested();

        var score = order == HitOrder.Relevance ? scorer.GetScore() * (recency?.Of(doc) ?? 1) : 0;
        var key = SortKey(doc, score);
        if (groups.Length > 0 && groups[doc] is var group and > 0)
            KeepBestOf(group, new RankedHit(key, score, doc, segment));
        else if (!window.Refuses(key, segment, doc) || !page.Refuses(key, segment, doc))
            Keep(new RankedHit(key, score, doc, segment));
    }

    /// <summary>Returns the hits of the window in order.</summary>
    public List<RankedHit> Window()
    {
        KeepBestOfGroups();
        return InOrder(window.Hits);
    }

    /// <summary>Returns the hits of the page in order. Hits ordered by date have no score.</summary>
    public List<RankedHit> InOrder()
    {
        KeepBestOfGroups();
        return InOrder(page.Hits);
    }

    private List<RankedHit> InOrder(IEnumerable<RankedHit> hits)
    {
        var ordered = hits.ToList();
        ordered.Sort(comparison);
        return ordered;
    }

    /// <summary>Returns false for a hit on an earlier page.</summary>
    public bool IsOnPage(RankedHit hit) => after is null || hit.SortKey < after.SortKey
        || (hit.SortKey == after.SortKey && comparison.Ordinal(hit.Segment, hit.Doc) > afterOrdinals[hit.Segment]);

    public string IdOf(RankedHit hit) => comparison.IdOf(hit);

    private void KeepBestOf(int group, RankedHit copy)
    {
        if (!bestOfGroup!.TryGetValue(group, out var best) || comparison.ComesBefore(copy, best))
            bestOfGroup[group] = copy;
    }

    private void KeepBestOfGroups()
    {
        foreach (var best in bestOfGroup?.Values ?? Enumerable.Empty<RankedHit>())
            Keep(best);
        bestOfGroup?.Clear();
    }

    private void Keep(RankedHit hit)
    {
        if (window.Offer(hit) is { } behind && IsOnPage(behind))
            page.Offer(behind);
    }

    private long SortKey(int doc, float score) => order switch
    {
        HitOrder.Relevance => RankedHit.KeyOf(score),
        HitOrder.Newest => numbers[doc],
        HitOrder.Arrived => -numbers[doc],
        _ => numbers[doc] is var second && second == long.MinValue ? second : -second,
    };
}
