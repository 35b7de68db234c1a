using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Hits;
using NewsIndex.Queries;

namespace NewsIndex.Lucene;

/// <summary>Where the words of a query stand in one article, from the offsets in the index.</summary>
internal static class MatchFinder
{
    /// <returns>Matches in the headline and in the body, each in order of their start and with offsets into that text.</returns>
    public static (List<TextRange> Headline, List<TextRange> Body) Find(AtomicReader segment, int doc, Article article, IReadOnlyList<Mark> marks)
    {
        // In a field of two zones, offsets go on from one to the next with a gap of one.
        var bodyOffset = article.Headline.Length == 0 ? 0 : article.Headline.Length + 1;
        var headline = new List<TextRange>();
        var body = new List<TextRange>();
        foreach (var mark in marks)
        {
            switch (mark)
            {
                case Mark.Words words:
                    foreach (var (position, range) in Positions(segment, doc, words))
                    {
                        if (words.Field is Fields.Headline or Fields.HeadlineExact)
                            headline.Add(range);
                        else if (position < Fields.BodyPosition && words.Zone != Zone.Body && range.End <= article.Headline.Length)
                            headline.Add(range);
                        else if (position >= Fields.BodyPosition && range.Start >= bodyOffset)
                            body.Add(new TextRange(range.Start - bodyOffset, range.End - bodyOffset));
                    }

                    break;
                case Mark.Pattern pattern:
                    if (pattern.Zone != Zone.Body)
                        headline.AddRange(Fitting(article.Headline, pattern));
                    if (pattern.Zone != Zone.Headline)
                        body.AddRange(Fitting(article.Body, pattern));
                    break;
                default:
                    throw new InvalidOperationException($"{mark.GetType()} cannot be marked.");
            }
        }

        headline.Sort(ByStart);
        body.Sort(ByStart);
        return (headline, body);
    }

    private static int ByStart(TextRange a, TextRange b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End);

    /// <summary>Every word of a sequence that stands where the whole sequence does.</summary>
    private static IEnumerable<(int Position, TextRange Range)> Positions(AtomicReader segment, int doc, Mark.Words words)
    {
        var found = new List<Dictionary<int, TextRange>>();
        foreach (var (term, _) in words.Sequence)
        {
            var positions = PositionsOf(segment, doc, words.Field, term);
            if (positions.Count == 0)
                return [];
            found.Add(positions);
        }

        return found[0].Keys
            .Where(start => words.Sequence.Select((word, i) => found[i].ContainsKey(start + word.Distance)).All(stands => stands))
            .SelectMany(start => words.Sequence.Select((word, i) => (start + word.Distance, found[i][start + word.Distance])));
    }

    private static Dictionary<int, TextRange> PositionsOf(AtomicReader segment, int doc, string field, BytesRef term)
    {
        var positions = new Dictionary<int, TextRange>();
        if (segment.GetTerms(field) is not { } terms)
            return positions;
        var words = terms.GetEnumerator();
        if (!words.SeekExact(term))
            return positions;
        var postings = words.DocsAndPositions(null, null, DocsAndPositionsFlags.OFFSETS);
        if (postings is null || postings.Advance(doc) != doc)
            return positions;
        for (var i = postings.Freq; i > 0; i--)
        {
            var position = postings.NextPosition();
            positions[position] = new TextRange(postings.StartOffset, postings.EndOffset);
        }

        return positions;
    }

    private static IEnumerable<TextRange> Fitting(string text, Mark.Pattern pattern) =>
        NewsAnalyzer.Instance.Analyse(Fields.TextExact, "", text)
            .Where(word => pattern.Terms.Contains(word.Term))
            .Select(word => new TextRange(word.Start, word.End));
}
