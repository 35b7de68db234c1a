using System.Text;
using System.Text.RegularExpressions;
using NewsIndex.Queries;

namespace NewsIndex.LuceneSyntax;

/// <summary>
/// Checks a text before Lucene's parser, which reports any unbalanced character as an early end of the query and does not know
/// <c>date:&gt;=2024</c>.
/// </summary>
internal static partial class LuceneText
{
    /// <returns>The text for the parser reads it, of the same length.</returns>
    /// <exception cref="QuerySyntaxException">A character is unbalanced or not part of Lucene's syntax.</exception>
    public static string Prepare(string typed)
    {
        var text = new StringBuilder(QueryTokens.Straighten(typed));
        var straight = text.ToString();
        if (LocalParameters().Match(straight) is { Success: true } local)
            throw Wrong(local.Index, local.Length, "local parameters of Solr are not read", "the query alone",
                "patterns in phrases need none: \"oil pric*\"", new QueryRepair(local.Index, local.Length, "", "they were left out"));
        var open = new Stack<int>();
        for (var i = 0; i < straight.Length; i++)
            i = Step(straight, i, open, text);
        if (open.TryPeek(out var unclosed))
            throw Wrong(unclosed, 1, "\"(\" is never closed", "a \")\"", "to search for the sign itself, write \\(",
                Closing(straight, ")"));
        return text.ToString();
    }

    /// <summary>Checks the character at a position.</summary>
    /// <returns>The last position that belongs to it.</returns>
    private static int Step(string text, int at, Stack<int> open, StringBuilder prepared)
    {
        switch (text[at])
        {
            case '\\':
                return at + 1;
            case '"':
                return Partner(text, at, "\"") is var quote and > 0
                    ? quote
                    : throw Wrong(at, text.Length - at, "the quotation mark is never closed", "a second \"", "", Closing(text, "\""));
            case '[' or '{':
                return Partner(text, at, "]}") is var bracket and > 0
                    ? bracket
                    : throw Wrong(at, text.Length - at, "the range is never closed", "\"]\" or \"}\" behind [a TO b",
                        "to search for the sign itself, write \\" + text[at], null);
            case '/':
                return Partner(text, at, "/") is var slash and > 0 ? slash : throw Slash(text, at);
            case '(':
                open.Push(at);
                return at;
            case ')':
                if (!open.TryPop(out _))
                    throw Wrong(at, 1, "\")\" closes nothing", "a \"(\" before it", "to search for the sign itself, write \\)",
                        Removed(text, at));
                return at;
            case ':' when Address().Match(text, at) is { Success: true } rest:
                throw AddressAt(text, at, rest.Length);
            case ':' when at > 0 && at + 1 < text.Length && text[at + 1] is '<' or '>' && char.IsLetter(text[at - 1]):
                // Elasticsearch writes date:>=2024, and Lucene's parser date >=2024.
                prepared[at] = ' ';
                return at;
            default:
                return at;
        }
    }

    /// <summary>Offset of a closing character; 0 if there is none.</summary>
    private static int Partner(string text, int open, string closing)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            // A slash after any backslash does not end the expression, even after two.
            if (text[i] == '\\' && (closing != "/" || (i + 1 < text.Length && text[i + 1] == '/')))
                i++;
            else if (closing.Contains(text[i], StringComparison.Ordinal))
                return i;
        }

        return 0;
    }

    private static QuerySyntaxException Slash(string text, int at)
    {
        var from = at;
        while (from > 0 && char.IsLetterOrDigit(text[from - 1]))
            from--;
        var to = at + 1;
        while (to < text.Length && char.IsLetterOrDigit(text[to]))
            to++;
        var isNear = OperatorWords.Is(text[from..to]);
        return Wrong(
            at, text.Length - at, "\"/\" begins a regular expression that is never closed", "a second /",
            isNear ? $"{text[from..to]} is not an operator in Lucene's syntax; write \"two words\"~5, or send the query in our own"
                : "to search for the sign itself, write \\/",
            isNear ? null : new QueryRepair(at, 1, "\\/", "it was read as the sign itself"));
    }

    private static QuerySyntaxException AddressAt(string text, int colon, int length)
    {
        var start = colon;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        var address = text.Substring(start, colon + length - start);
        return Wrong(
            start, address.Length, $"{address} has signs that are operators in Lucene's syntax", "an address in quotation marks", "",
            new QueryRepair(start, address.Length, $"\"{address}\"",
                "it was read as an address: its words side by side")
            { KeepsMeaning = true });
    }

    private static QueryRepair Closing(string text, string sign) =>
        new(text.Length, 0, sign, "it was closed at the end") { KeepsMeaning = true };

    /// <summary>At the end it is superfluous; elsewhere the start of its group is unknown.</summary>
    private static QueryRepair Removed(string text, int at) => string.IsNullOrWhiteSpace(text[(at + 1)..])
        ? new QueryRepair(at, 1, "", "it was left out") { KeepsMeaning = true }
        : new QueryRepair(0, 0, "(", "a \"(\" was put before it");

    private static QuerySyntaxException Wrong(int offset, int length, string message, string expected, string hint, QueryRepair? repair) =>
        new(new QueryError(QueryErrorCode.Syntax, offset, length, message, expected, hint) { Repair = repair });

    [GeneratedRegex(@"\A\s*\{!(?:[^}""]|""[^""]*"")*\}")]
    private static partial Regex LocalParameters();

    /// <summary>The rest of a URL after http.</summary>
    [GeneratedRegex(@"\G(?<=(?i:https?|ftp))://[^\s""()\\]*[^\s""()\\.,;:!?]")]
    private static partial Regex Address();
}
