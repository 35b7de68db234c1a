using System.Text.RegularExpressions;

namespace NewsIndex.Queries;

/// <content>Words, phrases, patterns and regular expressions.</content>
public sealed partial class QueryReader
{
    /// <summary>Length of the longest word that is indexed, in characters.</summary>
    internal const int MaxPatternLength = 255;

    private const int MaxRegexLength = 1000;

    private Query Text(QueryToken token, Zone zone)
    {
        if (token.Kind is QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.Quoted
            or QueryTokenKind.QuotedPattern)
            NoticeSigns(token);
        if (token.Kind == QueryTokenKind.Truncated)
            notices.Add($"\"!\" at {token.End - 1} was read as any ending, as Lexis has it: {token.Text}.");
        if (token.Kind == QueryTokenKind.Word && WithoutBlanks().IsMatch(token.Text))
            notices.Add(
                $"{Shown(token)} at {token.Offset} was read as its words side by side; write blanks between words that may stand apart.");
        return token.Kind switch
        {
            QueryTokenKind.Quoted or QueryTokenKind.Literal when string.IsNullOrWhiteSpace(token.Text) =>
                throw Wrong(token, "there is nothing between the quotation marks", "words"),
            QueryTokenKind.Quoted => new Query.Phrase(token.Text, zone),
            QueryTokenKind.Literal => ExactWords(token, zone),
            QueryTokenKind.Regex => new Query.Regex(RegexText(token), zone),
            QueryTokenKind.Pattern when token.Text.All(c => c == '*') && zone == Zone.Anywhere => new Query.Everything(),
            QueryTokenKind.QuotedPattern => PatternPhrase(token, zone),
            QueryTokenKind.Pattern or QueryTokenKind.Truncated => new Query.Pattern(OpenWord(token), zone),
            _ => new Query.Word(token.Text, zone),
        };
    }

    /// <summary>Returns the pattern of a token.</summary>
    private static string OpenWord(QueryToken token)
    {
        if (!token.Text.Any(char.IsLetterOrDigit))
            throw Wrong(token, $"{token.Text} leaves every letter open", "at least one letter or figure beside * and ?");
        return token.Text.Length <= MaxPatternLength ? token.Text : throw TooLong(token, token.Text.Length);
    }

    private static QuerySyntaxException TooLong(QueryToken token, int length) =>
        Wrong(token, $"the pattern has {length} characters", $"at most {MaxPatternLength}", "no word of an article is longer");

    /// <summary>Reads a phrase with wildcards; a * alone must be between two words.</summary>
    private static Query.PatternPhrase PatternPhrase(QueryToken token, Zone zone)
    {
        OpenWord(token with
        {
            Text = token.Text.Length > MaxPatternLength
            ? new string([.. token.Text.Where(char.IsLetterOrDigit).Take(1)])
            : token.Text
        });
        var words = PatternText.Words(token.Text);
        if (words.FirstOrDefault(word => word.Length > MaxPatternLength && PatternText.IsOpen(word)) is { } longest)
            throw TooLong(token, longest.Length);
        if (IsAnyWord(words[0]) || IsAnyWord(words[^1]))
        {
            var inner = string.Join(' ', words.SkipWhile(IsAnyWord).Reverse().SkipWhile(IsAnyWord).Reverse());
            throw Wrong(
                token, "a * that stands alone in a phrase is any one word between two others", "a word on either side of it",
                "a beginning of a word is pric*",
                new QueryRepair(token.Offset, token.Length, $"\"{inner.Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
                    "it was left out"));
        }

        return new Query.PatternPhrase(token.Text, zone);
    }

    private static bool IsAnyWord(string word) => word.All(c => c is '*' or '?');

    /// <summary>Adds a notice for characters that are not searched but may change the meaning of a word.</summary>
    private void NoticeSigns(QueryToken token)
    {
        var text = token.Kind is QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.QuotedPattern
            ? PatternText.Replace(token.Text, 'x', 'x')
            : token.Text;
        if (SearchedSigns.Unsearched(text) is not { } sign)
            return;
        var isOpen = token.Kind is QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.QuotedPattern;
        var instead = isOpen
            ? "words with their signs stand behind exact:, without patterns"
            : $"exact:{CanonicalText.Quote(text.Trim())} asks for it";
        notices.Add($"The sign {sign} in {Shown(token)} at {token.Offset} is not searched; {instead}.");
    }

    private static Query.Exact ExactWords(QueryToken token, Zone zone) =>
        token.Text.Any(char.IsLetterOrDigit)
            ? new Query.Exact(token.Text.Trim(), zone)
            : throw Wrong(token, "there is no word to match exactly", "words with a letter or a figure");

    private string RegexText(QueryToken token)
    {
        if (token.Text.Length == 0)
            throw Wrong(token, "there is nothing between the slashes", "a regular expression");
        if (token.Text.Length > MaxRegexLength)
            throw Wrong(token, $"the regular expression has {token.Text.Length} characters", $"at most {MaxRegexLength}");
        if (BetweenWords().IsMatch(token.Text))
            notices.Add(
                $"/{token.Text}/ at {token.Offset} fits single words, and no word has a blank or a hyphen: write anti PRE/1 /semit.*/, or "
                + $"\"anti semit*\".");
        try
        {
            _ = new Regex($@"\A(?:{token.Text})\z", RegexOptions.NonBacktracking | RegexOptions.Singleline);
            return SmallLetters().Replace(token.Text, match => match.Value.Length == 1 ? match.Value.ToLowerInvariant() : match.Value);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw Wrong(
                token, $"/{token.Text}/ is not a regular expression that can be searched", "letters, . * + ? | ( ) [ ] and { }",
                "look-around and back-references cannot be searched");
        }
    }

    private Query.Exact Exactly(QueryToken field)
    {
        var value = Value(field, Taken(), QueryTokenKind.Literal);
        if (value.Kind is QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.Regex)
            throw Wrong(value, "exact: takes words as they are written, without patterns",
                "words; several in quotation marks, where every sign is itself");
        return ExactWords(value.Kind == QueryTokenKind.QuotedPattern ? value with { Text = PatternText.Literal(value.Text) } : value,
            Zone.Anywhere);
    }

    /// <summary>An escape such as \\D, whose meaning depends on case, or a letter.</summary>
    [GeneratedRegex(@"\\.|\p{L}", RegexOptions.Singleline)]
    private static partial Regex SmallLetters();

    /// <summary>A hyphen outside of brackets, or a space.</summary>
    [GeneratedRegex(@"\A(?:\\[^s-]|\[(?:\\.|[^\]\\])*\]|[^\\\[\s-])*(?:-|\\s|\\-|\s|\\x20)", RegexOptions.Singleline)]
    private static partial Regex BetweenWords();

    /// <summary>Words separated by punctuation without a space.</summary>
    [GeneratedRegex(@"\p{L}(?:[,;!\u2026]|\.\.+)+\p{L}")]
    private static partial Regex WithoutBlanks();
}
