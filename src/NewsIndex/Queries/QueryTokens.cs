using System.Text;

namespace NewsIndex.Queries;

internal enum QueryTokenKind
{
    Word,

    /// <summary>A word with * or ? in it; the text keeps its escapes.</summary>
    Pattern,
    Quoted,

    /// <summary>A name and the colon after it; the text is the name.</summary>
    Field,

    /// <summary>What stands in [ ] or { }, brackets included.</summary>
    Range,
    Open,
    Close,
    Plus,
    Minus,
    And,
    Or,
    Not,
    AndMaybe,

    /// <summary>NEAR/n; the text is all of it.</summary>
    Near,

    /// <summary>A name after = : meant as written.</summary>
    Literal,
    End,
}

/// <param name="Offset">Where the token begins in the typed text, in UTF-16 code units.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Offset, int Length)
{
    public int End => Offset + Length;
}

/// <summary>Cuts typed text into the words and signs of the query language. Never fails but for an open quotation mark or bracket.</summary>
internal static class QueryTokens
{
    private static readonly Dictionary<string, QueryTokenKind> Operators = new(StringComparer.Ordinal)
    {
        ["AND"] = QueryTokenKind.And,
        ["OR"] = QueryTokenKind.Or,
        ["NOT"] = QueryTokenKind.Not,
        ["ANDMAYBE"] = QueryTokenKind.AndMaybe,
    };

    public static bool IsOperator(string word) => Operators.ContainsKey(word) || IsNear(word);

    private static bool IsNear(string word) =>
        word.StartsWith("NEAR/", StringComparison.Ordinal) && word.Length > 5 && !word.AsSpan(5).ContainsAnyExceptInRange('0', '9');

    public static bool NeedsEscape(char c) => c is '\\' or '"' or '(' or ')' or ':' or '*' or '?' or '[' or ']' or '{' or '}' || char.IsWhiteSpace(c);

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

            var token = Next(text, i, tokens.Count > 0 && tokens[^1].Kind == QueryTokenKind.Field && tokens[^1].End == i);
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
    private static string Straighten(string typed) => string.Create(typed.Length, typed, (straight, source) =>
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

    private static QueryToken Next(string text, int start, bool afterField)
    {
        switch (text[start])
        {
            case '(': return new QueryToken(QueryTokenKind.Open, "(", start, 1);
            case ')': return new QueryToken(QueryTokenKind.Close, ")", start, 1);
            case '+' when !afterField: return new QueryToken(QueryTokenKind.Plus, "+", start, 1);
            case '-' when !afterField: return new QueryToken(QueryTokenKind.Minus, "-", start, 1);
            case '=' when afterField && start + 1 < text.Length && !char.IsWhiteSpace(text[start + 1]): return Literal(text, start);
            case '"': return Quoted(text, start);
            case '[' or '{' when afterField: return Range(text, start);
            default: return Word(text, start);
        }
    }

    private static QueryToken Quoted(string text, int start)
    {
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
            QueryErrorCode.Syntax, start, text.Length - start, "the quotation mark is never closed", "a second \""));
    }

    private static QueryToken Literal(string text, int start)
    {
        var name = text[start + 1] == '"' ? Quoted(text, start + 1) : Word(text, start + 1);
        return new QueryToken(QueryTokenKind.Literal, name.Text, start, name.End - start);
    }

    private static QueryToken Range(string text, int start)
    {
        var close = text.AsSpan(start).IndexOfAny(']', '}');
        // The dates of a range that is never closed may be wrong too, and that is the more useful thing to say: let the reader look.
        var end = close < 0 ? text.Length : start + close + 1;
        return new QueryToken(QueryTokenKind.Range, text[start..end], start, end - start);
    }

    private static QueryToken Word(string text, int start)
    {
        var literal = new StringBuilder();
        var pattern = new StringBuilder();
        bool open = false, escapedAny = false;
        var i = start;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                escapedAny = true;
                var escaped = text[++i];
                literal.Append(escaped);
                pattern.Append(escaped is '*' or '?' or '\\' ? "\\" + escaped : escaped.ToString());
                continue;
            }

            if (char.IsWhiteSpace(c) || c is '(' or ')' or '"')
                break;
            if (c == ':' && !escapedAny && IsFieldName(literal) && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]))
                return new QueryToken(QueryTokenKind.Field, literal.ToString(), start, i + 1 - start);
            open |= c is '*' or '?';
            literal.Append(c);
            // A backslash that ends the text has nothing to escape.
            pattern.Append(c == '\\' ? "\\\\" : c.ToString());
        }

        if (open)
            return new QueryToken(QueryTokenKind.Pattern, pattern.ToString(), start, i - start);
        var word = literal.ToString();
        var kind = escapedAny ? QueryTokenKind.Word : Operators.TryGetValue(word, out var found) ? found : IsNear(word) ? QueryTokenKind.Near : QueryTokenKind.Word;
        return new QueryToken(kind, word, start, i - start);
    }

    private static bool IsFieldName(StringBuilder name)
    {
        if (name.Length == 0)
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsAsciiLetter(name[i]) && !(i > 0 && name[i] is '.' or '_'))
                return false;
        }

        return true;
    }
}
