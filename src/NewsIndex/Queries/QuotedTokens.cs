using System.Text;
using System.Text.RegularExpressions;

namespace NewsIndex.Queries;

/// <summary>Reads text in quotation marks: a phrase, or a phrase with wildcards.</summary>
internal static partial class QuotedTokens
{
    public static QueryToken Read(string text, int start, List<string> notices)
    {
        // ""prime minister"" comes out of spreadsheets, and means "prime minister".
        if (DoubledForm().Match(text, start) is { Success: true } doubled)
            return InQuotes(doubled.Groups["inside"].Value, start, doubled.Length, notices);
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
                return InQuotes(text[(start + 1)..i], start, i + 1 - start, notices);
            if (text[i] == '\\' && i + 1 < text.Length)
                i++;
        }

        throw new QuerySyntaxException(new QueryError(
            QueryErrorCode.Syntax, start, text.Length - start, "the quotation mark is never closed", "a second \"")
        {
            Repair = new QueryRepair(text.Length, 0, "\"", "it was closed at the end") { KeepsMeaning = true },
        });
    }

    /// <summary>Returns a phrase, or a phrase with wildcards if it has any that is not escaped.</summary>
    /// <param name="raw">The text between the quotation marks, with its escapes.</param>
    public static QueryToken InQuotes(string raw, int start, int length, List<string> notices)
    {
        var content = new StringBuilder(raw.Length);
        var pattern = new StringBuilder(raw.Length);
        var isOpen = false;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\\' && i + 1 < raw.Length)
            {
                i++;
            }
            else if (IsWildcard(raw, i))
            {
                isOpen = true;
                content.Append(raw[i]);
                pattern.Append(raw[i]);
                continue;
            }
            else if (raw[i] is '?' or '!' && i > 0 && char.IsLetterOrDigit(raw[i - 1]) && i + 1 < raw.Length
                && char.IsWhiteSpace(raw[i + 1]))
            {
                notices.Add($"\"{raw[i]}\" at {start + i + 1} was read as punctuation: in a phrase, * stands for any letters.");
            }

            content.Append(raw[i]);
            pattern.Append(PatternText.Escaped(raw[i]));
        }

        return isOpen
            ? new QueryToken(QueryTokenKind.QuotedPattern, pattern.ToString(), start, length)
            : new QueryToken(QueryTokenKind.Quoted, content.ToString(), start, length);
    }

    /// <summary>Returns true for a * or ? that is a wildcard: a ? is one inside of a word, unless the word is a URL.</summary>
    public static bool IsWildcard(string text, int at)
    {
        if (text[at] != '?')
            return text[at] == '*';
        var next = at + 1;
        while (next < text.Length && text[next] is '?' or '*')
            next++;
        if (next == text.Length || !char.IsLetterOrDigit(text[next]))
            return text.AsSpan(at, next - at).Contains('*');
        var (from, to) = (at, next);
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]))
            from--;
        while (to < text.Length && !char.IsWhiteSpace(text[to]))
            to++;
        return !text.AsSpan(from, to - from).ContainsAny('/', '=', '.');
    }

    [GeneratedRegex("\\G\"\"(?<inside>[^\"\\\\\\s](?:[^\"\\\\]*[^\"\\\\\\s])?)\"\"(?=[\\s)~^]|\\z)")]
    private static partial Regex DoubledForm();
}
