using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsIndex.Queries;

/// <summary>Reads a run of characters without spaces: a word, a pattern, an operator, or the name of a field.</summary>
internal static partial class WordTokens
{
    /// <summary>Zones that Lexis writes before a parenthesis without a colon.</summary>
    private static readonly HashSet<string> LexisZones =
        new(StringComparer.OrdinalIgnoreCase) { "hlead", "headline", "lead", "body", "byline", "publication", "section" };

    private const int MaxFieldNameLength = 40;

    /// <summary>Reads a word, a pattern, an operator, or a field with its colon.</summary>
    public static QueryToken Read(string text, int start, List<string> notices)
    {
        var scan = new WordScan();
        var end = start;
        for (; !EndsAt(text, start, end); end++)
        {
            if (text[end] == ':' && !scan.HasEscapes && scan.Length <= MaxFieldNameLength
                && FieldAt(scan.Literal, text, start, end, notices) is { } field)
                return field;
            end = Take(scan, text, end);
        }

        return Classified(scan, text, start, end, notices);
    }

    /// <summary>Reads everything up to a space as a name, colons and wildcards included.</summary>
    public static QueryToken ReadName(string text, int start)
    {
        var scan = new WordScan();
        var end = start;
        for (; !EndsAt(text, start, end); end++)
            end = Take(scan, text, end);
        return new QueryToken(QueryTokenKind.Word, scan.Literal, start, end - start);
    }

    private static bool EndsAt(string text, int start, int at) =>
        at == text.Length || char.IsWhiteSpace(text[at]) || text[at] is '(' or ')' or '"'
        || (at > start && (QueryTokens.IsDoubled(text, at) || (text[at] is '~' or '^' or '/' && QueryTokens.Suffix(text, at) is not null)));

    /// <summary>Adds a character, or the one that a backslash escapes.</summary>
    /// <returns>Index of the last character taken.</returns>
    private static int Take(WordScan scan, string text, int at)
    {
        if (text[at] != '\\' || at + 1 == text.Length)
        {
            scan.Add(text[at]);
            return at;
        }

        scan.AddEscaped(text[at + 1]);
        return at + 1;
    }

    private static QueryToken Classified(WordScan scan, string text, int start, int end, List<string> notices)
    {
        var (word, length) = (scan.Literal, end - start);
        if (!scan.HasEscapes && end < text.Length && char.IsWhiteSpace(text[end]) && FieldNames.IsKnown(word)
            && SpacedColon(text, end) is var colon and > 0)
            return FieldAt(word, text, start, colon, notices)!.Value;
        if (scan.IsQuestion)
            return Asked(scan.UpToLastLetter, scan.TrailingMarks, start, length, notices);
        if (scan.HasWildcards)
            return new QueryToken(QueryTokenKind.Pattern, scan.Pattern, start, length);
        if (scan.IsCut && word.Length > 3 && char.IsLetter(word[^2]))
            return new QueryToken(QueryTokenKind.Truncated, scan.Pattern[..^1] + "*", start, length);
        if (end < text.Length && text[end] == '(' && !scan.HasEscapes && LexisZones.Contains(word))
            return new QueryToken(QueryTokenKind.Field, word, start, length);
        var (kind, shown) = (scan.HasEscapes ? null : OperatorWords.Find(word)) ?? (QueryTokenKind.Word, word);
        return new QueryToken(kind, shown, start, length);
    }

    /// <summary>Reads a question mark at the end of a word as punctuation; inside a word it is a wildcard.</summary>
    private static QueryToken Asked(string word, int marks, int start, int length, List<string> notices)
    {
        var letters = marks == 1 ? "one more letter" : string.Create(CultureInfo.InvariantCulture, $"{marks} more letters");
        notices.Add(
            $"\"{new string('?', marks)}\" behind \"{word}\" at {start} was read as punctuation; for exactly {letters} write "
            + $"/{word}{new string('.', marks)}/.");
        return new QueryToken(QueryTokenKind.Word, word, start, length);
    }

    /// <summary>
    /// Reads a name before a colon as a field, with the spaces after the colon if the field is known; null for a word with a colon.
    /// </summary>
    private static QueryToken? FieldAt(string name, string text, int start, int colon, List<string> notices)
    {
        if (!IsFieldName(name))
            return null;
        var end = colon + 1;
        if (FieldNames.IsKnown(name))
        {
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;
            if (end - start > name.Length + 1)
                notices.Add(
                    $"\"{text[start..end].TrimEnd()}\" at {start} was read as the field {name}:; to search for the word, write {name}\\:.");
        }
        else if (end == text.Length || char.IsWhiteSpace(text[end]))
        {
            if (FieldNames.Nearest(name, 1) is { } nearest && name.Length > 3)
                notices.Add($"\"{name}:\" at {start} was read as a word; the field is {nearest}:.");
            return null;
        }

        return new QueryToken(QueryTokenKind.Field, name, start, end - start);
    }

    /// <summary>
    /// Index of a colon after spaces that text follows; 0 if there is none.
    /// </summary>
    private static int SpacedColon(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at < text.Length && text[at] == ':' && !text.AsSpan(at + 1).IsWhiteSpace() ? at : 0;
    }

    private static bool IsFieldName(string name) => FieldForm().IsMatch(name);

    [GeneratedRegex(@"\A(?:[A-Za-z_][A-Za-z._]*|(?i:near|repeat)[0-9]+)\z")]
    private static partial Regex FieldForm();
}
