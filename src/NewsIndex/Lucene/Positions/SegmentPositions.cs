using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Positions;

/// <summary>Positions in the articles of one segment, read in the order of the articles.</summary>
/// <param name="candidates">The articles that will be moved to; null when they are not known.</param>
internal sealed class SegmentPositions(
    AtomicReader segment, PositionBudget budget, CancellationToken cancellation, FixedBitSet? candidates = null) : ArticlePositions
{
    private const int ReadsBetweenCancellationChecks = 1024;

    private readonly Dictionary<PositionPlan.Terms, PostingsReader> postings = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BreakKind, (PostingsReader Postings, List<int> Starts)> breaks = [];
    private int doc = -1;
    private int reads;

    /// <summary>Moves to a later article.</summary>
    public void MoveTo(int doc)
    {
        this.doc = doc;
        if (++reads % ReadsBetweenCancellationChecks == 0)
            cancellation.ThrowIfCancellationRequested();
    }

    public override List<Interval> Of(PositionPlan.Terms words)
    {
        if (!postings.TryGetValue(words, out var read))
            postings[words] = read = new PostingsReader(segment, words, candidates, cancellation);
        var found = read.Read(doc);
        budget.Take(found.Count);
        return found;
    }

    public override void Charge(int intervals) => budget.Take(intervals);

    public override IReadOnlyList<int> Breaks(BreakKind kind)
    {
        if (!breaks.TryGetValue(kind, out var read))
        {
            var term = PositionPlan.Terms.Of(IndexFields.Breaks, BreakTokens.TermOf(kind));
            breaks[kind] = read = (new PostingsReader(segment, term, null, cancellation), []);
        }

        read.Starts.Clear();
        foreach (var each in read.Postings.Read(doc))
            read.Starts.Add(each.Start);
        return read.Starts;
    }

    /// <summary>The merged postings of some words, read in the order of the articles.</summary>
    private sealed class PostingsReader
    {
        /// <summary>Posting lists of up to so many articles are compared with the candidates before their positions are opened.</summary>
        private const int MaxComparedArticles = 256;

        private readonly PriorityQueue<DocsAndPositionsEnum, int> byDoc = new();
        private readonly List<DocsAndPositionsEnum> here = [];
        private readonly PositionPlan.Terms words;
        private readonly Func<int, bool> counts;
        private readonly List<Interval> found = [];
        private int lastDoc = -1;

        public PostingsReader(
            AtomicReader segment, PositionPlan.Terms words, FixedBitSet? candidates, CancellationToken cancellation)
        {
            this.words = words;
            counts = words.ArticlesOf(segment);
            DocsEnum? docs = null;
            foreach (var each in SegmentTerms.Of(segment, words.Field, words.BytesOf()))
            {
                cancellation.ThrowIfCancellationRequested();
                // Most words of an expansion are in none of the candidates, and an open list of positions takes kilobytes.
                if (candidates is not null && each.DocFreq <= MaxComparedArticles
                    && !IsInAny(docs = each.Docs(null, docs, DocsFlags.NONE), candidates))
                    continue;
                if (each.DocsAndPositions(null, null, words.Flags()) is { } places)
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
            // Postings cannot go back to the article.
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

            // Two spellings of one word stand at one position.
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
