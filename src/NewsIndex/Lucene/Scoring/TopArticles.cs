using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Scoring;

/// <param name="SortKey">Larger comes first.</param>
/// <param name="Doc">Number in its segment.</param>
internal readonly record struct TopArticle(long SortKey, float Score, int Doc, int Segment)
{
    public static TopArticle ByScore(float score, int doc, int segment) => new(KeyOf(score), score, doc, segment);

    /// <param name="score">0 or more: the bits of such floats are ordered as they are.</param>
    public static long KeyOf(float score) => BitConverter.SingleToInt32Bits(score);
}

/// <summary>
/// Collects the first hits of an order, counting all. Equal keys are ordered by article id rather than by where Lucene happens to keep an
/// article, so that the same articles give the same pages whatever the history of the index.
/// </summary>
internal sealed class TopArticles : ICollector
{
    private const int HitsBetweenCancellationChecks = 1024;

    /// <summary>Sums of the same floats in another order differ in their last bits.</summary>
    private const float RoundingMargin = 1.001f;

    private readonly IList<AtomicReaderContext> segments;
    private readonly SegmentColumns[] columns;
    private readonly HitOrder order;
    private readonly PageCursor? after;
    private readonly RankingParts parts;
    private readonly HitTally tally;
    private readonly CancellationToken cancellation;

    /// <summary>Of each group of copies, the hit that comes first; null when all of them are hits.</summary>
    private readonly Dictionary<long, TopArticle>? bestOfGroup;

    /// <summary>A binary heap with the last of the kept hits on top.</summary>
    private readonly TopArticle[] heap;
    private int kept;
    private Scorer scorer = null!;

    /// <summary>What the articles of the present segment are ordered by, but for relevance.</summary>
    private long[] numbers = [];
    private int segment;
    private int[] afterOrdinals = [];
    private (TopArticle Last, int Segment, int Place)? placeOfLast;

    /// <param name="count">Hits to keep, at least 1.</param>
    /// <param name="copiesOnce">Of articles with nearly one text, only the one that comes first is kept.</param>
    public TopArticles(IndexReader reader, HitOrder order, int count, PageCursor? after, RankingParts parts, bool copiesOnce, CancellationToken cancellation)
    {
        segments = reader.Leaves;
        columns = [.. segments.Select(context => SegmentColumns.Of(context.AtomicReader))];
        heap = new TopArticle[count];
        tally = new HitTally(reader);
        bestOfGroup = copiesOnce ? [] : null;
        (this.order, this.after, this.parts, this.cancellation) = (order, after, parts, cancellation);
        if (after is not null)
            afterOrdinals = [.. segments.Select(context => PlaceOf(after.Id, context.AtomicReader))];
    }

    /// <summary>All that matched.</summary>
    public HitTotal Total => new(tally.Articles, tally.Texts, tally.Sources);

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        cancellation.ThrowIfCancellationRequested();
        segment = context.Ord;
        tally.Enter(context);
        if (order == HitOrder.Relevance)
            parts.Enter(context.AtomicReader);
        numbers = order switch
        {
            HitOrder.Relevance => [],
            HitOrder.Arrived => columns[segment].Arrivals(context.AtomicReader),
            _ => columns[segment].SortSeconds(context.AtomicReader),
        };
    }

    public void Collect(int doc)
    {
        var group = tally.Count(segments[segment], doc);
        if (tally.Articles % HitsBetweenCancellationChecks == 0)
            cancellation.ThrowIfCancellationRequested();

        var score = order == HitOrder.Relevance ? Score(doc) : 0;
        var key = SortKey(doc, score);
        if (group is { } copies && bestOfGroup is not null)
        {
            var copy = new TopArticle(key, score, doc, segment);
            if (!bestOfGroup.TryGetValue(copies, out var best) || ComesBefore(copy, best))
                bestOfGroup[copies] = copy;
            return;
        }

        if (kept == heap.Length && (key < heap[0].SortKey || (key == heap[0].SortKey && Ordinal(segment, doc) > PlaceOfLast())))
            return;
        Keep(new TopArticle(key, score, doc, segment));
    }

    /// <summary>That of an article which cannot come among the hits lacks what the forms of its words add.</summary>
    private float Score(int doc)
    {
        var words = scorer.GetScore();
        var score = parts.Score(doc, words);
        if (parts.Typed is not { } typed)
            return score;
        if (kept == heap.Length && bestOfGroup is null
            && TopArticle.KeyOf(score + (RoundingMargin * typed.MostFor(words))) < heap[0].SortKey)
            return score;
        return score + parts.OfTyped(doc);
    }

    /// <summary>Where the last of the kept hits stands, or would stand, among the ids of the present segment: a number to compare equals by.</summary>
    private int PlaceOfLast()
    {
        if (placeOfLast is not { } place || place.Last != heap[0] || place.Segment != segment)
            placeOfLast = place = (heap[0], segment, heap[0].Segment == segment ? Ordinal(segment, heap[0].Doc) : PlaceOf(IdOf(heap[0]), segments[segment].AtomicReader));
        return place.Place;
    }

    private void Keep(TopArticle hit)
    {
        if (!IsOnPage(hit))
            return;
        if (kept < heap.Length)
        {
            heap[kept] = hit;
            SiftUp(kept++);
        }
        else if (ComesBefore(hit, heap[0]))
        {
            heap[0] = hit;
            SiftDown();
        }
    }

    /// <summary>The hits kept, first first. Those in order of date have no score.</summary>
    public List<TopArticle> InOrder()
    {
        foreach (var best in bestOfGroup?.Values ?? Enumerable.Empty<TopArticle>())
            Keep(best);
        bestOfGroup?.Clear();
        return InOrder(heap.Take(kept));
    }

    /// <summary>Hits of this search, first first.</summary>
    public List<TopArticle> InOrder(IEnumerable<TopArticle> hits)
    {
        var ordered = hits.ToList();
        ordered.Sort((a, b) => a == b ? 0 : ComesBefore(a, b) ? -1 : 1);
        return ordered;
    }

    /// <summary>Whether a hit of this search is behind the one that the page begins after.</summary>
    public bool IsOnPage(TopArticle hit) =>
        after is null || hit.SortKey < after.SortKey || (hit.SortKey == after.SortKey && Ordinal(hit.Segment, hit.Doc) > afterOrdinals[hit.Segment]);

    /// <summary>Found: ids above it come after. Not found: those from the place where it would stand.</summary>
    private static int PlaceOf(string id, AtomicReader segment)
    {
        var ordinal = segment.GetSortedDocValues(IndexFields.Id).LookupTerm(new BytesRef(id));
        return ordinal >= 0 ? ordinal : -ordinal - 2;
    }

    public string IdOf(TopArticle hit) => Id(hit).Utf8ToString();

    private long SortKey(int doc, float score) => order switch
    {
        HitOrder.Relevance => TopArticle.KeyOf(score),
        HitOrder.Newest => numbers[doc],
        HitOrder.Arrived => -numbers[doc],
        _ => numbers[doc] is var second && second == long.MinValue ? second : -second,
    };

    private bool ComesBefore(TopArticle a, TopArticle b)
    {
        if (a.SortKey != b.SortKey)
            return a.SortKey > b.SortKey;
        return a.Segment == b.Segment ? Ordinal(a.Segment, a.Doc) < Ordinal(b.Segment, b.Doc) : Id(a).CompareTo(Id(b)) < 0;
    }

    private int Ordinal(int ofSegment, int doc) => columns[ofSegment].IdOrdinals(segments[ofSegment].AtomicReader)[doc];

    private BytesRef Id(TopArticle hit)
    {
        var id = new BytesRef();
        segments[hit.Segment].AtomicReader.GetSortedDocValues(IndexFields.Id).LookupOrd(Ordinal(hit.Segment, hit.Doc), id);
        return id;
    }

    private void SiftUp(int i)
    {
        for (var parent = (i - 1) / 2; i > 0 && ComesBefore(heap[parent], heap[i]); parent = (i - 1) / 2)
        {
            (heap[parent], heap[i]) = (heap[i], heap[parent]);
            i = parent;
        }
    }

    private void SiftDown()
    {
        for (var i = 0; ;)
        {
            var last = i;
            for (var child = (2 * i) + 1; child <= (2 * i) + 2 && child < kept; child++)
            {
                if (ComesBefore(heap[last], heap[child]))
                    last = child;
            }

            if (last == i)
                return;
            (heap[last], heap[i]) = (heap[i], heap[last]);
            i = last;
        }
    }
}
