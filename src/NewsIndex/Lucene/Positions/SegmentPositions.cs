using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Positions;

/// <summary>Places of words in the articles of one segment, read article by article in their order.</summary>
internal sealed class SegmentPositions(AtomicReader segment, PositionBudget budget, CancellationToken cancellation) : ArticlePositions
{
    private const int ReadsBetweenCancellationChecks = 1024;

    private readonly Dictionary<PositionPlan.Terms, TermPostings> postings = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, TermPostings> breaks = [];
    private int doc = -1;
    private int reads;

    /// <summary>Goes on to an article behind the present one.</summary>
    public void MoveTo(int doc)
    {
        this.doc = doc;
        if (++reads % ReadsBetweenCancellationChecks == 0)
            cancellation.ThrowIfCancellationRequested();
    }

    public override List<Interval> Of(PositionPlan.Terms words)
    {
        if (!postings.TryGetValue(words, out var read))
            postings[words] = read = new TermPostings(segment, words);
        var found = read.Read(doc);
        budget.Take(found.Count);
        return found;
    }

    public override IReadOnlyList<int> Starts(ProximityUnit unit) => Breaks(unit == ProximityUnit.Sentence ? BreakTokens.Sentence : BreakTokens.Paragraph);

    public override IReadOnlyList<int> QuotationMarks => Breaks(BreakTokens.Quotation);

    private List<int> Breaks(string term)
    {
        if (!breaks.TryGetValue(term, out var read))
            breaks[term] = read = new TermPostings(segment, PositionPlan.Terms.Of(Fields.Breaks, term));
        return read.Read(doc).ConvertAll(each => each.Start);
    }

    /// <summary>The places of some words, in the order of the articles.</summary>
    private sealed class TermPostings
    {
        private readonly PriorityQueue<DocsAndPositionsEnum, int> byDoc = new();
        private readonly List<DocsAndPositionsEnum> here = [];
        private readonly BytesRef? casing;
        private readonly bool isMention;
        private List<Interval> last = [];
        private int lastDoc = -1;

        public TermPostings(AtomicReader segment, PositionPlan.Terms words)
        {
            (casing, isMention) = (words.Casing, words.Field == Fields.Mentions);
            if (segment.GetTerms(words.Field) is not { } terms)
                return;
            var each = terms.GetEnumerator();
            foreach (var word in words.Words)
            {
                if (each.SeekExact(word) && each.DocsAndPositions(null, null, casing is null ? DocsAndPositionsFlags.NONE : DocsAndPositionsFlags.PAYLOADS) is { } places)
                    byDoc.Enqueue(places, -1);
            }
        }

        public List<Interval> Read(int doc)
        {
            // What was read of an article cannot be read again.
            if (doc == lastDoc)
                return last;
            here.Clear();
            while (byDoc.TryPeek(out var places, out var at) && at <= doc)
            {
                byDoc.Dequeue();
                if (at < doc)
                    at = places.Advance(doc);
                if (at == doc)
                    here.Add(places);
                else if (at != DocIdSetIterator.NO_MORE_DOCS)
                    byDoc.Enqueue(places, at);
            }

            var found = new List<Interval>();
            foreach (var places in here)
            {
                AddPlaces(places, found);
                byDoc.Enqueue(places, doc);
            }

            if (here.Count > 1)
                found.Sort((a, b) => a.Start.CompareTo(b.Start));
            (lastDoc, last) = (doc, found);
            return found;
        }

        private void AddPlaces(DocsAndPositionsEnum places, List<Interval> found)
        {
            for (var i = places.Freq; i > 0; i--)
            {
                var position = places.NextPosition();
                // Names that the archive gives stand nowhere in the text.
                if (isMention && position >= Fields.GivenPosition)
                    return;
                if (casing is null || (places.GetPayload() is { } payload ? casing.BytesEquals(payload) : casing.Length == 0))
                    found.Add(new Interval(position, position));
            }
        }
    }
}
