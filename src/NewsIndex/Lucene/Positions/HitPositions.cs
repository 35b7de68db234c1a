using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Hits;

namespace NewsIndex.Lucene.Positions;

/// <summary>Places of words in one article that was found, with where they stand in its text.</summary>
internal sealed class HitPositions(AtomicReader segment, int doc, Article article) : ArticlePositions
{
    /// <summary>So many words are looked up one by one; of more, it is faster to read the text again.</summary>
    private const int MostLookups = 64;

    private readonly Dictionary<PositionPlan.Terms, SortedDictionary<int, TextRange>> found = new(ReferenceEqualityComparer.Instance);
    private SegmentPositions? breaks;
    private List<(string Term, int Position, TextRange Range)>? words;

    public override List<Interval> Of(PositionPlan.Terms terms) => [.. Ranges(terms).Keys.Select(position => new Interval(position, position))];

    /// <summary>By position, where words stand in the text of headline and body with one character between them.</summary>
    public SortedDictionary<int, TextRange> Ranges(PositionPlan.Terms terms)
    {
        if (!found.TryGetValue(terms, out var ranges))
            found[terms] = ranges = terms.Words.Count > MostLookups && terms.Field == Fields.TextExact ? ReadAgain(terms) : LookUp(terms);
        return ranges;
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

    private SortedDictionary<int, TextRange> LookUp(PositionPlan.Terms terms)
    {
        var ranges = new SortedDictionary<int, TextRange>();
        foreach (var each in SegmentTerms.Of(segment, terms.Field, terms.Words))
        {
            var postings = each.DocsAndPositions(null, null, DocsAndPositionsFlags.OFFSETS | terms.Flags);
            if (postings is null || postings.Advance(doc) != doc)
                continue;
            for (var i = postings.Freq; i > 0; i--)
            {
                var position = postings.NextPosition();
                if (terms.Accepts(postings, position))
                    ranges[position] = new TextRange(postings.StartOffset, postings.EndOffset);
            }
        }

        return ranges;
    }

    private SortedDictionary<int, TextRange> ReadAgain(PositionPlan.Terms terms)
    {
        words ??= [.. Analysed(article.Headline, 0, 0), .. Analysed(article.Body, Fields.BodyPosition, article.Headline.Length == 0 ? 0 : article.Headline.Length + 1)];
        var wanted = terms.Words.Select(word => word.Utf8ToString()).ToHashSet(StringComparer.Ordinal);
        var ranges = new SortedDictionary<int, TextRange>();
        foreach (var (term, position, range) in words)
        {
            if (wanted.Contains(term))
                ranges[position] = range;
        }

        return ranges;
    }

    private static IEnumerable<(string Term, int Position, TextRange Range)> Analysed(string text, int firstPosition, int shift) =>
        NewsAnalyzer.Instance.Analyse(Fields.TextExact, "", text).Select(word => (word.Term, word.Position + firstPosition, new TextRange(word.Start + shift, word.End + shift)));
}
