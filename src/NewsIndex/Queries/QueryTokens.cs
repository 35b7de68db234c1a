using System.Text;
using System.Text.RegularExpressions;

namespace NewsIndex.Queries;

/// <summary>Cuts typed text into the words and signs of the query language. Never fails but for an open quotation mark or bracket.</summary>
internal static partial class QueryTokens
{
    /// <summary>Zones that may stand before a parenthesis without a colon, as at Lexis.</summary>
    private static readonly HashSet<string> LexisZones = new(StringComparer.OrdinalIgnoreCase) { "hlead", "headline", "lead", "body", "byline", "publication", "section" };

    public static bool NeedsEscape(char c) =>
        c is '\\' or '"' or '(' or ')' or ':' or '*' or '?' or '[' or ']' or '{' or '}' or '~' or '^' or '!' || char.IsWhiteSpace(c);

    public static List<QueryToken> Of(string typed)
    {
        var text = Straighten(typed);
        var tokens = new List<QueryToken>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var token = Next(text, i, tokens.Count > 0 && tokens[^1].End == i ? tokens[^1].Kind : QueryTokenKind.End);
            i = token.End;
            // A dash between spaces is punctuation.
            if (token.Kind is QueryTokenKind.Plus or QueryTokenKind.Minus && (i == text.Length || char.IsWhiteSpace(text[i])))
                continue;
            tokens.Add(token);
        }

        tokens.Add(new QueryToken(QueryTokenKind.End, "", text.Length, 0));
        return tokens;
    }

    /// <summary>Curly quotes and typographic dashes come from word processors and mean the plain ones; offsets do not move.</summary>
    public static string Straighten(string typed) => string.Create(typed.Length, typed, (straight, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            straight[i] = source[i] switch
            {
                '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\uFF02' => '"',
                '\u2018' or '\u2019' or '\u201A' or '\u201B' => '\'',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
                var other => other,
            };
        }
    });

    /// <param name="before">The token that ends where this one begins; End when none does.</param>
    private static QueryToken Next(string text, int start, QueryTokenKind before)
    {
        var afterField = before == QueryTokenKind.Field;
        if (EndsClause(before) && Suffix(text, start) is { } suffix)
            return suffix;
        switch (text[start])
        {
            case '(': return new QueryToken(QueryTokenKind.Open, "(", start, 1);
            case ')': return new QueryToken(QueryTokenKind.Close, ")", start, 1);
            case '+' when !afterField: return new QueryToken(QueryTokenKind.Plus, "+", start, 1);
            case '-' when !afterField: return new QueryToken(QueryTokenKind.Minus, "-", start, 1);
            case '=' when BeginsWord(text, start + 1): return Prefixed(QueryTokenKind.Literal, text, start);
            case '~' when afterField && BeginsWord(text, start + 1): return Prefixed(QueryTokenKind.Nearly, text, start);
            case '"': return Quoted(text, start);
            case '[' or '{' when afterField: return Range(text, start);
            case '/' when RegexForm().Match(text, start) is { Success: true } regex && OperatorWords.FactivaFirst(text, start, out _) == 0:
                return new QueryToken(QueryTokenKind.Regex, RegexSlashes.Unescape(regex.Groups["inside"].Value), start, regex.Length);
            default: return Word(text, start);
        }
    }

    private static bool BeginsWord(string text, int at) => at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')');

    private static bool EndsClause(QueryTokenKind kind) => kind is QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.Quoted
        or QueryTokenKind.Regex or QueryTokenKind.Range or QueryTokenKind.Close or QueryTokenKind.Literal or QueryTokenKind.Nearly or QueryTokenKind.Tilde
        or QueryTokenKind.Boost or QueryTokenKind.FirstAfter;

    /// <summary>~n, ^n or /Fn/ at a place; null for other signs.</summary>
    private static QueryToken? Suffix(string text, int at)
    {
        if (OperatorWords.FactivaFirst(text, at, out var number) is var length and > 0)
            return new QueryToken(QueryTokenKind.FirstAfter, number, at, length);
        var match = SuffixForm().Match(text, at);
        return match.Success ? new QueryToken(text[at] == '~' ? QueryTokenKind.Tilde : QueryTokenKind.Boost, match.Groups["n"].Value, at, match.Length) : null;
    }

    private static QueryToken Quoted(string text, int start)
    {
        // ""prime minister"" comes out of spreadsheets, and means "prime minister".
        if (DoubledForm().Match(text, start) is { Success: true } doubled)
            return new QueryToken(QueryTokenKind.Quoted, doubled.Groups["inside"].Value, start, doubled.Length);
        var content = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
                return new QueryToken(QueryTokenKind.Quoted, content.ToString(), start, i + 1 - start);
            if (text[i] == '\\' && i + 1 < text.Length)
                i++;
            content.Append(text[i]);
        }

        throw new QuerySyntaxException(new QueryError(
            QueryErrorCode.Syntax, start, text.Length - start, "the quotation mark is never closed", "a second \"")
        {
            Repair = new QueryRepair(text.Length, 0, "\"", "it was closed at the end"),
        });
    }

    private static QueryToken Prefixed(QueryTokenKind kind, string text, int start)
    {
        var name = text[start + 1] == '"' ? Quoted(text, start + 1) : Word(text, start + 1, isName: true);
        return new QueryToken(kind, name.Text, start, name.End - start);
    }

    private static QueryToken Range(string text, int start)
    {
        var close = text.AsSpan(start).IndexOfAny(']', '}');
        // The dates of a range that is never closed may be wrong too, and that is the more useful thing to say: let the reader look.
        var end = close < 0 ? text.Length : start + close + 1;
        return new QueryToken(QueryTokenKind.Range, text[start..end], start, end - start);
    }

    /// <param name="isName">Whether it is all one name, whatever signs are in it.</param>
    private static QueryToken Word(string text, int start, bool isName = false)
    {
        var literal = new StringBuilder();
        var pattern = new StringBuilder();
        bool open = false, escapedAny = false, cut = false;
        var i = start;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                escapedAny = true;
                cut = false;
                var escaped = text[++i];
                literal.Append(escaped);
                pattern.Append(escaped is '*' or '?' or '\\' ? "\\" + escaped : escaped.ToString());
                continue;
            }

            if (char.IsWhiteSpace(c) || c is '(' or ')' or '"' || (i > start && c is '~' or '^' or '/' && Suffix(text, i) is not null))
                break;
            if (!isName && c == ':' && !escapedAny && IsFieldName(literal.ToString()) && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]))
                return new QueryToken(QueryTokenKind.Field, literal.ToString(), start, i + 1 - start);
            open |= c is '*' or '?';
            cut = c == '!';
            literal.Append(c);
            // A backslash that ends the text has nothing to escape.
            pattern.Append(c == '\\' ? "\\\\" : c.ToString());
        }

        var word = literal.ToString();
        if (isName)
            return new QueryToken(QueryTokenKind.Word, word, start, i - start);
        if (open)
            return new QueryToken(QueryTokenKind.Pattern, pattern.ToString(), start, i - start);
        if (cut && word.Length > 3 && char.IsLetter(word[^2]))
            return new QueryToken(QueryTokenKind.Truncated, pattern.ToString(0, pattern.Length - 1) + "*", start, i - start);
        if (i < text.Length && text[i] == '(' && !escapedAny && LexisZones.Contains(word))
            return new QueryToken(QueryTokenKind.Field, word, start, i - start);
        var (kind, shown) = (escapedAny ? null : OperatorWords.Find(word)) ?? (QueryTokenKind.Word, word);
        return new QueryToken(kind, shown, start, i - start);
    }

    private static bool IsFieldName(string name) => FieldForm().IsMatch(name);

    [GeneratedRegex(@"\A(?:[A-Za-z][A-Za-z._]*|(?i:near|repeat)[0-9]+)\z")]
    private static partial Regex FieldForm();

    [GeneratedRegex("\\G\"\"(?<inside>[^\"\\\\\\s](?:[^\"\\\\]*[^\"\\\\\\s])?)\"\"(?=[\\s)~^]|\\z)")]
    private static partial Regex DoubledForm();

    [GeneratedRegex(@"\G/(?<inside>(?:\\.|[^/\\\s])+)/(?=[\s)^~]|\z)")]
    private static partial Regex RegexForm();

    /// <summary>Followed by the end of the clause, or by another of its kind.</summary>
    [GeneratedRegex(@"\G(?:~(?<n>[0-9]*(?:\.[0-9]+)?)|\^(?<n>[0-9]+(?:\.[0-9]+)?))(?=(?:[~^][0-9]*(?:\.[0-9]+)?)*(?:/F[0-9]+/)?(?:[\s)]|\z))")]
    private static partial Regex SuffixForm();
}
