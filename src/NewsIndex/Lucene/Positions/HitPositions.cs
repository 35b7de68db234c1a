using Lucene.Net.Index;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Lucene.Schema;
using NewsIndex.Positions;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Positions;

/// <summary>Places of words in one article that was found, with where they stand in its text.</summary>
internal sealed class HitPositions(AtomicReader segment, int doc, Article article) : ArticlePositions
{
    /// <summary>So many words are looked up one by one; of more, it is faster to read the text again.</summary>
    private const int MostLookups = 64;

    private readonly Dictionary<PositionPlan.Terms, WordPlaces> found = new(ReferenceEqualityComparer.Instance);
    private DocsAndPositionsEnum? postings;
    private SegmentPositions? breaks;
    private List<(string Term, int Position, TextRange Range)>? words;

    public override List<Interval> Of(PositionPlan.Terms terms) => PlacesOf(terms).Places;

    /// <summary>Where one of the words stands in the text of headline and body with one character between them.</summary>
    /// <param name="position">One at which it stands.</param>
    public TextRange RangeAt(PositionPlan.Terms terms, int position) => PlacesOf(terms).Ranges[position];

    private WordPlaces PlacesOf(PositionPlan.Terms terms)
    {
        if (!found.TryGetValue(terms, out var places))
        {
            found[terms] = places = new WordPlaces([], []);
            if (!terms.ArticlesOf(segment)(doc))
                return places;
            if (terms.Words.Count > MostLookups && terms.Field == IndexFields.TextExact)
                ReadAgain(terms, places);
            else
                LookUp(terms, places);
            places.Places.Sort((a, b) => a.Start.CompareTo(b.Start));
        }

        return places;
    }

    public override IReadOnlyList<int> Breaks(string term)
    {
        if (breaks is null)
        {
            breaks = new SegmentPositions(segment, new PositionBudget(long.MaxValue), CancellationToken.None);
            breaks.MoveTo(doc);
        }

        return breaks.Breaks(term);
    }

    private void LookUp(PositionPlan.Terms terms, WordPlaces places)
    {
        foreach (var each in SegmentTerms.Of(segment, terms.Field, terms.Words))
        {
            var read = each.DocsAndPositions(null, postings, DocsAndPositionsFlags.OFFSETS | terms.Flags);
            if (read is null)
                continue;
            postings = read;
            if (read.Advance(doc) != doc)
                continue;
            for (var i = read.Freq; i > 0; i--)
            {
                var position = read.NextPosition();
                if (terms.Accepts(read, position))
                    places.Add(position, WithSigns(terms.Written, read.StartOffset, read.EndOffset));
            }
        }
    }

    /// <summary>A word with the signs that were asked for; what joins it to another word is not its own.</summary>
    private static TextRange WithSigns(WrittenForm? written, int start, int end) => written is null
        ? new TextRange(start, end)
        : new TextRange(start - OwnLength(written.Before), end + OwnLength(written.Behind));

    private static int OwnLength(string signs) => signs is "&" or "-" or "/" ? 0 : signs.Length;

    private void ReadAgain(PositionPlan.Terms terms, WordPlaces places)
    {
        words ??= [.. Analysed(article.Headline, 0, 0), .. Analysed(article.Body, IndexFields.BodyPosition, article.Headline.Length == 0 ? 0 : article.Headline.Length + 1)];
        var wanted = terms.Words.Select(word => word.Utf8ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var (term, position, range) in words)
        {
            if (wanted.Contains(term))
                places.Add(position, range);
        }
    }

    private static IEnumerable<(string Term, int Position, TextRange Range)> Analysed(string text, int firstPosition, int shift) =>
        NewsAnalyzer.Instance.Analyse(IndexFields.TextExact, "", text, WordUse.Index)
            .Select(word => (word.Term, word.Position + firstPosition, new TextRange(word.Start + shift, word.End + shift)));

    private sealed record WordPlaces(List<Interval> Places, Dictionary<int, TextRange> Ranges)
    {
        /// <summary>Of two words at one position the last counts.</summary>
        public void Add(int position, TextRange range)
        {
            if (!Ranges.ContainsKey(position))
                Places.Add(new Interval(position, position));
            Ranges[position] = range;
        }
    }
}
