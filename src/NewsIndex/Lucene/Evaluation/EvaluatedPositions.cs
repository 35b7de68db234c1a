using Lucene.Net.Util;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Positions;
using NewsIndex.Lucene.Schema;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Positions in the articles of one segment, in any order of them. Words are read block by block; those of which a written form is wanted,
/// and expansions of many words, by <see cref="SegmentPositions"/>, which starts again to go back.
/// </summary>
/// <param name="makeWords">Makes the readers of some words, those that the segment has.</param>
/// <param name="makePositions">Makes the reader of all else, for some articles or, given null, for any.</param>
/// <param name="articlesOf">Tells the articles in which some words count.</param>
internal sealed class EvaluatedPositions(
    Func<PositionPlan.Terms, TermEvaluator[]> makeWords, Func<FixedBitSet?, SegmentPositions> makePositions,
    Func<PositionPlan.Terms, Func<int, bool>> articlesOf, PositionBudget budget) : ArticlePositions
{
    /// <summary>Words that are read side by side.</summary>
    private const int MaxWords = 16;

    private readonly Dictionary<PositionPlan.Terms, WordPositions> read = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BreakKind, BreakPositions> breaks = [];
    private SegmentPositions? others;
    private FixedBitSet? candidates;
    private int doc = -1;

    /// <param name="docs">The documents that will be moved to; null when they are not known.</param>
    public void StartAmong(FixedBitSet? docs) => (others, candidates) = (null, docs);

    public void MoveTo(int doc)
    {
        if (doc < this.doc)
            others = null;
        this.doc = doc;
        others?.MoveTo(doc);
    }

    public override List<Interval> Of(PositionPlan.Terms words)
    {
        if (words.Written is not null || words.Words.Count > MaxWords)
            return Others().Of(words);
        if (!read.TryGetValue(words, out var each))
            read[words] = each = new WordPositions(makeWords(words), articlesOf(words), words.Field == IndexFields.Mentions);
        if (each.MoveTo(doc))
            budget.Take(each.Found.Count);
        return each.Found;
    }

    public override IReadOnlyList<int> Breaks(BreakKind kind)
    {
        if (!breaks.TryGetValue(kind, out var each))
            breaks[kind] = each = new BreakPositions(makeWords(PositionPlan.Terms.Of(IndexFields.Breaks, BreakTokens.TermOf(kind))));
        return each.In(doc);
    }

    public override void Charge(int intervals) => budget.Take(intervals);

    private SegmentPositions Others()
    {
        if (others is null)
        {
            others = makePositions(candidates);
            others.MoveTo(doc);
        }

        return others;
    }

    /// <summary>Positions of any of some words.</summary>
    /// <param name="areMentions">True where names that are listed beside the text are among the positions.</param>
    private sealed class WordPositions(TermEvaluator[] words, Func<int, bool> counts, bool areMentions)
    {
        private int last = -1;

        public List<Interval> Found { get; } = [];

        /// <summary>Returns false if the article was read before.</summary>
        public bool MoveTo(int doc)
        {
            if (doc == last)
                return false;
            last = doc;
            Found.Clear();
            if (!counts(doc))
                return true;
            var spellings = 0;
            foreach (var word in words)
                spellings += Add(word.PositionsIn(doc)) ? 1 : 0;
            // Two spellings of one word stand at one position.
            if (spellings > 1)
                IntervalAlgebra.PutInOrder(Found);
            return true;
        }

        private bool Add(ReadOnlySpan<int> positions)
        {
            foreach (var position in positions)
            {
                if (!areMentions || position < IndexFields.GivenPosition)
                    Found.Add(new Interval(position, position));
            }

            return positions.Length > 0;
        }
    }

    private sealed class BreakPositions(TermEvaluator[] words)
    {
        private readonly List<int> starts = [];
        private int last = -1;

        public List<int> In(int doc)
        {
            if (doc == last)
                return starts;
            last = doc;
            starts.Clear();
            foreach (var word in words)
                starts.AddRange(word.PositionsIn(doc));
            return starts;
        }
    }
}
