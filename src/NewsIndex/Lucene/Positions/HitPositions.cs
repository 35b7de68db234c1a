using Lucene.Net.Index;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Lucene.Schema;
using NewsIndex.Positions;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Positions;

/// <summary>Positions in one hit, from its postings.</summary>
internal sealed class HitPositions(AtomicReader segment, int doc, Article article) : MarkedPositions
{
    /// <summary>An expansion of more words is looked for in the text, which is faster than as many posting lists.</summary>
    private const int MaxLookups = 64;

    private readonly Dictionary<PositionPlan.Terms, TokenPositions> found = new(ReferenceEqualityComparer.Instance);
    private DocsAndPositionsEnum? postings;
    private SegmentPositions? breaks;
    private List<(string Word, int Position, TextRange Range)>? words;

    public override List<Interval> Of(PositionPlan.Terms words) => PositionsOf(words).Intervals;

    public override TextRange RangeAt(PositionPlan.Terms words, int position) => PositionsOf(words).Ranges[position];

    public override IReadOnlyList<int> Breaks(BreakKind kind)
    {
        if (breaks is null)
        {
            breaks = new SegmentPositions(segment, new PositionBudget(long.MaxValue), CancellationToken.None);
            breaks.MoveTo(doc);
        }

        return breaks.Breaks(kind);
    }

    private TokenPositions PositionsOf(PositionPlan.Terms terms)
    {
        if (!found.TryGetValue(terms, out var positions))
        {
            found[terms] = positions = new TokenPositions([], []);
            if (!terms.ArticlesOf(segment)(doc))
                return positions;
            if (terms.Words.Count > MaxLookups && terms.Field == IndexFields.TextExact)
                ReadText(terms, positions);
            else
                ReadPostings(terms, positions);
            positions.Intervals.Sort((a, b) => a.Start.CompareTo(b.Start));
        }

        return positions;
    }

    private void ReadPostings(PositionPlan.Terms terms, TokenPositions positions)
    {
        foreach (var each in SegmentTerms.Of(segment, terms.Field, terms.BytesOf()))
        {
            var read = each.DocsAndPositions(null, postings, DocsAndPositionsFlags.OFFSETS | terms.Flags());
            if (read is null)
                continue;
            postings = read;
            if (read.Advance(doc) != doc)
                continue;
            for (var i = read.Freq; i > 0; i--)
            {
                var position = read.NextPosition();
                if (terms.Accepts(read, position))
                    positions.Add(position, WithSigns(terms.Written, read.StartOffset, read.EndOffset));
            }
        }
    }

    /// <summary>A word with the signs that were asked for; a sign that joins it to another word is not its own.</summary>
    private static TextRange WithSigns(WrittenForm? written, int start, int end) => written is null
        ? new TextRange(start, end)
        : new TextRange(start - OwnLength(written.Before), end + OwnLength(written.Behind));

    private static int OwnLength(string signs) => signs is "&" or "-" or "/" ? 0 : signs.Length;

    private void ReadText(PositionPlan.Terms terms, TokenPositions positions)
    {
        words ??= [.. ArticleWords.Of(article)];
        var wanted = terms.Words.ToHashSet(StringComparer.Ordinal);
        foreach (var (word, position, range) in words)
        {
            if (wanted.Contains(word))
                positions.Add(position, range);
        }
    }

    private sealed record TokenPositions(List<Interval> Intervals, Dictionary<int, TextRange> Ranges)
    {
        /// <summary>Of two words at one position the last counts.</summary>
        public void Add(int position, TextRange range)
        {
            if (!Ranges.ContainsKey(position))
                Intervals.Add(new Interval(position, position));
            Ranges[position] = range;
        }
    }
}
