using Lucene.Net.Index;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Positions;
using NewsIndex.Results;
using NewsIndex.Words;

namespace NewsIndex.Lucene.Positions;

/// <summary>
/// Positions in one hit, by its text: see <see cref="StemSearch"/> and, for what it cannot read, <see cref="RemadeTokens"/>.
/// </summary>
/// <param name="sought">Shared by the hits of a page.</param>
internal sealed class HitPositions(AtomicReader segment, int doc, StoredArticle stored, SoughtWords sought) : MarkedPositions
{
    private readonly Dictionary<PositionPlan.Terms, TokenPositions> found = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, RemadeTokens> tokens = new(StringComparer.Ordinal);
    private readonly Lazy<StemSearch?> stems = new(() => StemSearch.Of(stored.Article, ZonedTokenStream.GapBehind));
    private SegmentPositions? breaks;

    public override List<Interval> Of(PositionPlan.Terms words) => PositionsOf(words).Intervals;

    public override TextRange RangeAt(PositionPlan.Terms words, int position) => PositionsOf(words).Found[position].Range;

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
            if (terms.ArticlesOf(segment)(doc))
                Find(terms, positions);
            positions.Intervals.Sort((a, b) => a.Start.CompareTo(b.Start));
        }

        return positions;
    }

    private void Find(PositionPlan.Terms terms, TokenPositions positions)
    {
        if (terms.Field == IndexFields.Text && stems.Value is { } quick)
            Find(terms, quick, positions);
        else
            Find(terms, TokensOf(terms.Field), positions);
    }

    private void Find(PositionPlan.Terms terms, StemSearch stems, TokenPositions positions)
    {
        // Stems have no form.
        if (terms.Written?.Accepts([]) == false)
            return;
        var words = sought.Of(terms);
        stems.Find(sought.BeginningsOf(terms), (stem, position, range) =>
        {
            var word = words.PlaceOf(stem);
            if (word >= 0)
                positions.Add(position, word, WithSigns(terms.Written, range));
        });
    }

    private RemadeTokens TokensOf(string field)
    {
        if (!tokens.TryGetValue(field, out var made))
            tokens[field] = made = RemadeTokens.Of(stored, field);
        return made;
    }

    private void Find(PositionPlan.Terms terms, RemadeTokens tokens, TokenPositions positions)
    {
        var words = sought.Of(terms);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = words.PlaceOf(tokens.TermOf(i));
            if (word >= 0 && terms.Written?.Accepts(tokens.PayloadOf(i)) != false)
                positions.Add(tokens.PositionOf(i), word, WithSigns(terms.Written, tokens.RangeOf(i)));
        }
    }

    /// <summary>A word with the signs that were asked for; a sign that joins it to another word is not its own.</summary>
    private static TextRange WithSigns(WrittenForm? written, TextRange range) => written is null
        ? range
        : new TextRange(range.Start - OwnLength(written.Before), range.End + OwnLength(written.Behind));

    private static int OwnLength(string signs) => signs is "&" or "-" or "/" ? 0 : signs.Length;

    private sealed record TokenPositions(List<Interval> Intervals, Dictionary<int, (int Word, TextRange Range)> Found)
    {
        /// <summary>Of two words at one position the last in the order of the dictionary counts.</summary>
        public void Add(int position, int word, TextRange range)
        {
            if (!Found.TryGetValue(position, out var before))
                Intervals.Add(new Interval(position, position));
            else if (before.Word > word)
                return;
            Found[position] = (word, range);
        }
    }
}
