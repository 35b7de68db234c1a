using NewsIndex.Queries;

namespace NewsIndex.Results;

/// <summary>One occurrence of a match with its context.</summary>
/// <param name="Field"><c>headline</c> or <c>body</c>.</param>
/// <param name="Start">Offset of <paramref name="Match"/> in that text, in UTF-16 code units.</param>
public sealed record ConcordanceLine(string ArticleId, string Field, int Start, string Left, string Match, string Right)
{
    /// <summary>The article of the occurrence.</summary>
    public required StoredArticle Article { get; init; }

    /// <summary>The reason why the matches of the article are missing, for which the line stands; null for a match.</summary>
    public string? Problem { get; init; }
}

/// <summary>The order of concordance lines; ties are broken by article and offset.</summary>
public enum ConcordanceOrder
{
    /// <summary>The order of the articles, which allows streaming.</summary>
    Articles,

    /// <summary>By the words on the left, from the match outwards.</summary>
    Left,
    Right,
    Source,
}

/// <summary>Keyword in context: every occurrence of a query.</summary>
public static class Concordance
{
    /// <summary>
    /// The places of one hit, in the order of its text. Matched words with nothing but spaces and signs between them are one place. A hit
    /// whose matches could not be found has one line that says why.
    /// </summary>
    /// <param name="hit">Read with <see cref="HitDetail.Matches"/>.</param>
    /// <param name="context">Characters on either side at most; words are not cut.</param>
    public static IEnumerable<ConcordanceLine> LinesOf(Hit hit, int context)
    {
        var article = hit.Article ?? throw new ArgumentException("The hit was read without its article.", nameof(hit));
        var matches = hit.Matches ?? throw new ArgumentException("The hit was read without its matches.", nameof(hit));
        return hit.Notice is { } problem
            ? [new ConcordanceLine(hit.Id, "", 0, "", "", "") { Article = article, Problem = problem }]
            : Lines("headline", article.Article.Headline, matches.Headline).Concat(Lines("body", article.Article.Body, matches.Body));

        IEnumerable<ConcordanceLine> Lines(string field, string text, IReadOnlyList<TextRange> ranges) =>
            Joined(text, ranges).Select(range => new ConcordanceLine(
                hit.Id,
                field,
                range.Start,
                OnOneLine(text[LeftEnd(text, range.Start, context)..range.Start]),
                OnOneLine(text[range.Start..range.End]),
                OnOneLine(text[range.End..RightEnd(text, range.End, context)]))
            { Article = article });
    }

    /// <summary>Lines in an order that needs all of them.</summary>
    public static IEnumerable<ConcordanceLine> Sort(IEnumerable<ConcordanceLine> lines, ConcordanceOrder order) => order switch
    {
        ConcordanceOrder.Left => lines
            .OrderBy(line => FromTheMatch(line.Left), StringComparer.Ordinal)
            .ThenBy(line => line.ArticleId, StringComparer.Ordinal)
            .ThenBy(line => line.Start),
        ConcordanceOrder.Right => lines
            .OrderBy(line => line.Right.TrimStart().ToLowerInvariant(), StringComparer.Ordinal)
            .ThenBy(line => line.ArticleId, StringComparer.Ordinal)
            .ThenBy(line => line.Start),
        ConcordanceOrder.Source => lines
            .OrderBy(line => line.Article.Article.Source ?? "", StringComparer.Ordinal)
            .ThenBy(line => line.ArticleId, StringComparer.Ordinal)
            .ThenBy(line => line.Start),
        _ => lines,
    };

    private static string FromTheMatch(string left) =>
        string.Join(' ', left.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse());

    private static List<TextRange> Joined(string text, IReadOnlyList<TextRange> ranges)
    {
        var joined = new List<TextRange>();
        foreach (var range in SnippetCutter.Merge(ranges))
        {
            if (joined.Count > 0 && IsGap(text.AsSpan(joined[^1].End, range.Start - joined[^1].End)))
                joined[^1] = joined[^1] with { End = range.End };
            else
                joined.Add(range);
        }

        return joined;
    }

    private static bool IsGap(ReadOnlySpan<char> between)
    {
        foreach (var c in between)
        {
            if (char.IsLetterOrDigit(c) || c is '.' or '\n' or '!' or '?' or ';')
                return false;
        }

        return true;
    }

    private static int LeftEnd(string text, int start, int context)
    {
        var end = Math.Max(0, start - context);
        while (end > 0 && end < start && !char.IsWhiteSpace(text[end - 1]))
            end++;
        return end;
    }

    private static int RightEnd(string text, int start, int context)
    {
        var end = Math.Min(text.Length, start + context);
        while (end < text.Length && end > start && !char.IsWhiteSpace(text[end]))
            end--;
        return end;
    }

    private static string OnOneLine(string text) =>
        text.AsSpan().ContainsAny('\n', '\r', '\t') ? text.ReplaceLineEndings(" ").Replace('\t', ' ') : text;
}
