using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Positions;

/// <summary>Places of words in the articles of one segment, read article by article in their order.</summary>
/// <param name="candidates">The articles that will be moved to, where that is known; null for any.</param>
internal sealed class SegmentPositions(AtomicReader segment, PositionBudget budget, CancellationToken cancellation, FixedBitSet? candidates = null) : ArticlePositions
{
    private const int ReadsBetweenCancellationChecks = 1024;

    private readonly Dictionary<PositionPlan.Terms, TermPostings> postings = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (TermPostings Postings, List<int> Starts)> breaks = [];
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
            postings[words] = read = new TermPostings(segment, words, candidates);
        var found = read.Read(doc);
        budget.Take(found.Count);
        return found;
    }

    public override void Charge(int places) => budget.Take(places);

    public override IReadOnlyList<int> Breaks(string term)
    {
        if (!breaks.TryGetValue(term, out var read))
            breaks[term] = read = (new TermPostings(segment, PositionPlan.Terms.Of(IndexFields.Breaks, term), null), []);
        read.Starts.Clear();
        foreach (var each in read.Postings.Read(doc))
            read.Starts.Add(each.Start);
        return read.Starts;
    }

    /// <summary>The places of some words, in the order of the articles.</summary>
    private sealed class TermPostings
    {
        /// <summary>Words of more articles than this are opened without a look.</summary>
        private const int RareFrom = 256;

        private readonly PriorityQueue<DocsAndPositionsEnum, int> byDoc = new();
        private readonly List<DocsAndPositionsEnum> here = [];
        private readonly PositionPlan.Terms words;
        private readonly Func<int, bool> counts;
        private readonly List<Interval> found = [];
        private int lastDoc = -1;

        public TermPostings(AtomicReader segment, PositionPlan.Terms words, FixedBitSet? candidates)
        {
            this.words = words;
            counts = words.ArticlesOf(segment);
            DocsEnum? docs = null;
            foreach (var each in SegmentTerms.Of(segment, words.Field, words.Words))
            {
                // Of the many words that a pattern stands for, most are in none of the articles that matter, and reading places costs kilobytes for each.
                if (candidates is not null && each.DocFreq <= RareFrom && !IsInAny(docs = each.Docs(null, docs, DocsFlags.NONE), candidates))
                    continue;
                if (each.DocsAndPositions(null, null, words.Flags) is { } places)
                    byDoc.Enqueue(places, -1);
            }
        }

        private static bool IsInAny(DocsEnum docs, FixedBitSet candidates)
        {
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                if (candidates.Get(doc))
                    return true;
            }

            return false;
        }

        public List<Interval> Read(int doc)
        {
            // What was read of an article cannot be read again.
            if (doc == lastDoc)
                return found;
            lastDoc = doc;
            found.Clear();
            here.Clear();
            if (!counts(doc))
                return found;
            while (byDoc.TryPeek(out var places, out var at) && at <= doc)
            {
                if (at < doc)
                    at = places.Advance(doc);
                if (at == doc)
                {
                    byDoc.Dequeue();
                    here.Add(places);
                }
                else
                {
                    byDoc.DequeueEnqueue(places, at);
                }
            }

            foreach (var places in here)
            {
                AddPlaces(places);
                byDoc.Enqueue(places, doc);
            }

            // Two spellings of one word stand at one place.
            if (here.Count > 1)
                IntervalAlgebra.PutInOrder(found);
            return found;
        }

        private void AddPlaces(DocsAndPositionsEnum places)
        {
            for (var i = places.Freq; i > 0; i--)
            {
                var position = places.NextPosition();
                if (words.Accepts(places, position))
                    found.Add(new Interval(position, position));
            }
        }
    }
}
