using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Columns;
using NewsIndex.Queries;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Collects the first hits of an order: an optional window from the top, and one page of the hits behind it. Does not count.
/// </summary>
/// <remarks>
/// Time is O(n log k) for n matches and k kept hits, and nearly O(n) in practice: most matches are refused by one comparison. Equal hits
/// are ordered by article id, not by document number, which depends on merges.
/// </remarks>
internal sealed class TopArticles : ICollector
{
    private const int HitsBetweenCancellationChecks = 1024;

    private readonly IList<AtomicReaderContext> segments;
    private readonly PageCursor? after;
    private readonly int[] afterOrdinals;
    private readonly SortKeys keys;
    private readonly CancellationToken cancellation;
    private readonly HitComparison comparison;
    private readonly HitHeap window;
    private readonly HitHeap page;

    /// <summary>The first hit of each group of near-duplicates; null when all of them are hits.</summary>
    private readonly Dictionary<int, RankedHit>? bestOfGroup;
    private readonly CopyColumn? copies;
    private readonly int capacity;
    private readonly bool hasRecency;

    private Scorer scorer = null!;

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
        (capacity, hasRecency) = ((int)Math.Min(int.MaxValue, (long)window + count), recency is not null);
        (keys, this.after, this.cancellation) = (new SortKeys(order, recency), after, cancellation);
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
        keys.Enter(context.AtomicReader);
        groups = copies?.Numbers(context) ?? [];
    }

    public void Collect(int doc)
    {
        if (++looked % HitsBetweenCancellationChecks == 0)
            cancellation.ThrowIfCancellationRequested();

        var (key, score) = keys.Of(doc, scorer);
        Collect(doc, key, score);
    }

    /// <summary>
    /// The least score, before the recency boost, with which an article can still be among the hits; equal scores are ordered by id. 0
    /// while all can, infinite when none can. Only for the order of relevance.
    /// </summary>
    public float LeastScore =>
        // Any article of a group may be its best.
        bestOfGroup is not null ? 0
        : Math.Min(window.LeastKey, page.LeastKey) switch
        {
            long.MinValue => 0,
            long.MaxValue => float.PositiveInfinity,
            // The recency boost only takes off.
            var key => BitConverter.Int32BitsToSingle((int)key),
        };

    /// <summary>
    /// How many articles with a score come before all articles with a lower score, so that those are not among the hits; null where that
    /// is not known.
    /// </summary>
    public int? Enough => bestOfGroup is null && after is null && !hasRecency ? Math.Max(1, capacity) : null;

    /// <summary>Collects an article of the segment with its score, in the order of relevance.</summary>
    /// <param name="score">Before the recency boost.</param>
    public void Offer(int doc, float score)
    {
        var (key, boosted) = keys.OfScore(doc, score);
        Collect(doc, key, boosted);
    }

    private void Collect(int doc, long key, float score)
    {
        if (groups.Length > 0 && groups[doc] is var group and > 0)
            KeepBestOf(group, new RankedHit(key, score, doc, segment));
        else if (!window.Refuses(key, segment, doc) || !page.Refuses(key, segment, doc))
            Keep(new RankedHit(key, score, doc, segment));
    }

    /// <summary>Returns the hits of the window in order.</summary>
    public RankedHit[] Window()
    {
        KeepBestOfGroups();
        return window.InOrder();
    }

    /// <summary>Returns the hits of the page in order. Hits ordered by date have no score.</summary>
    public RankedHit[] InOrder()
    {
        KeepBestOfGroups();
        return page.InOrder();
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

    private void Keep(in RankedHit hit)
    {
        if (!window.CanKeep)
        {
            if (IsOnPage(hit))
                page.Offer(hit);
        }
        else if (window.Offer(hit) is { } behind && IsOnPage(behind))
        {
            page.Offer(behind);
        }
    }
}
