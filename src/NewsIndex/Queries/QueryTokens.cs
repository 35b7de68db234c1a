using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsIndex.Queries;

/// <summary>
/// Cuts typed text into the tokens of the query language. Fails only for an unclosed quotation mark; see <see cref="QuotedTokens"/>.
/// </summary>
internal static partial class QueryTokens
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n()\"");

    /// <param name="notices">Receives a sentence for each ambiguous character.</param>
    public static List<QueryToken> Of(string typed, List<string> notices)
    {
        var text = Straighten(typed);
        var tokens = new List<QueryToken>();
        for (var i = 0; i < text.Length;)
        {
            var before = tokens.Count > 0 && tokens[^1].End == i ? tokens[^1].Kind : QueryTokenKind.End;
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
            }
            else if (Punctuation(typed, text, i, before, notices) is var length and > 0)
            {
                i += length;
            }
            else
            {
                tokens.Add(Next(text, i, before, notices));
                if (tokens[^1].Kind == QueryTokenKind.Minus)
                    NoticeExclusion(typed, text, i, notices);
                i = tokens[^1].End;
            }
        }

        tokens.Add(new QueryToken(QueryTokenKind.End, "", text.Length, 0));
        OperatorReview.Settle(tokens, notices);
        return tokens;
    }

    /// <summary>Length of operators without an operand, which are read as punctuation; 0 for other text.</summary>
    private static int Punctuation(string typed, string text, int at, QueryTokenKind before, List<string> notices)
    {
        if (text[at] is not ('+' or '-' or '!' or '?') || before == QueryTokenKind.Field)
            return 0;
        var end = at + 1;
        while (end < text.Length && text[end] == text[at])
            end++;
        var isAlone = end == text.Length || char.IsWhiteSpace(text[end]) || text[end] == ')';
        var isDash = text[at] == '-' && (end - at > 1 || typed[at] is '\u2014' or '\u2015');
        // "+ (" and "- (" have a superfluous space; a dash between spaces is punctuation and needs no notice.
        if (isAlone && text[at] is '!' or '?')
            notices.Add($"\"{text[at..end]}\" at {at} was read as punctuation.");
        else if (isDash && !isAlone)
            notices.Add($"\"{typed[at..end]}\" at {at} was read as a dash; one - right before a word excludes it.");
        else if (text[at] == '!' && end - at > 1)
            notices.Add($"\"{text[at..end]}\" at {at} was read as punctuation; one ! right before a word excludes it, as NOT does.");
        else if (!isAlone)
            return 0;
        return end - at;
    }

    /// <summary>
    /// Adds a notice for exclusions that may be unintended: a negative number, or a dash that a word processor put in place of a hyphen.
    /// </summary>
    private static void NoticeExclusion(string typed, string text, int at, List<string> notices)
    {
        var rest = typed.AsSpan(at);
        var word = rest[..(rest.IndexOfAny(WordEnds) is var end and >= 0 ? end : rest.Length)];
        if (at + 1 < text.Length && char.IsDigit(text[at + 1]))
            notices.Add($"\"{word}\" at {at} was read as NOT {word[1..]}; the sign of a number is not searched.");
        else if (typed[at] != '-')
            notices.Add($"\"{word}\" at {at} was read as NOT; a dash between words has a blank on both sides.");
    }

    /// <summary>Replaces typographic quotes and dashes by plain ones. Offsets do not change.</summary>
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

    /// <param name="before">Kind of the token right before, without a space between; End if there is none.</param>
    private static QueryToken Next(string text, int start, QueryTokenKind before, List<string> notices)
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
            case '!' when !afterField: return Negation(text, start, notices);
            case '&' when IsDoubled(text, start): return new QueryToken(QueryTokenKind.And, "&&", start, 2);
            case '|' when IsDoubled(text, start): return new QueryToken(QueryTokenKind.Or, "||", start, 2);
            case '|' when IsBetweenBlanks(text, start): return Bar(start, notices);
            case '=' when BeginsWord(text, start + 1): return Prefixed(QueryTokenKind.Literal, text, start, notices);
            case '~' when afterField && BeginsWord(text, start + 1): return Prefixed(QueryTokenKind.Nearly, text, start, notices);
            case '"': return QuotedTokens.Read(text, start, notices);
            case '[' or '{' when afterField: return Range(text, start);
            case '/' when RegexForm().Match(text, start) is { Success: true } regex && OperatorWords.FactivaFirst(text, start, out _) == 0:
                return new QueryToken(QueryTokenKind.Regex, RegexSlashes.Unescape(regex.Groups["inside"].Value), start, regex.Length);
            default: return AddressTokens.Read(text, start, before, notices) ?? WordTokens.Read(text, start, notices);
        }
    }

    public static bool IsDoubled(string text, int at) => at + 1 < text.Length && text[at + 1] == text[at] && text[at] is '&' or '|';

    private static bool IsBetweenBlanks(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsWhiteSpace(text[at - 1]) && char.IsWhiteSpace(text[at + 1]);

    private static QueryToken Negation(string text, int start, List<string> notices)
    {
        var word = text.AsSpan(start + 1);
        var end = word.IndexOfAny(WordEnds);
        notices.Add($"\"!{word[..(end < 0 ? word.Length : end)]}\" at {start} was read as NOT; a ! behind a word stands for any ending.");
        return new QueryToken(QueryTokenKind.Not, "!", start, 1);
    }

    private static QueryToken Bar(int start, List<string> notices)
    {
        notices.Add($"\"|\" at {start} was read as OR.");
        return new QueryToken(QueryTokenKind.Or, "|", start, 1);
    }

    private static bool BeginsWord(string text, int at) => at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')');

    /// <summary>Returns true for tokens that a clause may end with.</summary>
    public static bool EndsClause(QueryTokenKind kind) =>
        kind is QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.Quoted
        or QueryTokenKind.QuotedPattern or QueryTokenKind.Regex or QueryTokenKind.Range or QueryTokenKind.Close or QueryTokenKind.Literal
            or QueryTokenKind.Nearly or QueryTokenKind.Tilde
        or QueryTokenKind.Boost or QueryTokenKind.FirstAfter;

    /// <summary>Reads ~n, ^n or /Fn/; null for other text.</summary>
    public static QueryToken? Suffix(string text, int at)
    {
        if (OperatorWords.FactivaFirst(text, at, out var number) is var length and > 0)
            return new QueryToken(QueryTokenKind.FirstAfter, number, at, length);
        var match = SuffixForm().Match(text, at);
        return match.Success
            ? new QueryToken(text[at] == '~' ? QueryTokenKind.Tilde : QueryTokenKind.Boost, match.Groups["n"].Value, at, match.Length)
            : null;
    }

    private static QueryToken Prefixed(QueryTokenKind kind, string text, int start, List<string> notices)
    {
        var name = text[start + 1] == '"' ? QuotedTokens.Read(text, start + 1, notices) : WordTokens.ReadName(text, start + 1);
        return new QueryToken(kind, name.Kind == QueryTokenKind.QuotedPattern ? PatternText.Literal(name.Text) : name.Text, start,
            name.End - start);
    }

    private static QueryToken Range(string text, int start)
    {
        var close = text.AsSpan(start).IndexOfAny(']', '}');
        // The dates of an unclosed range may be wrong as well, which is the more useful error: the reader checks them.
        var end = close < 0 ? text.Length : start + close + 1;
        return new QueryToken(QueryTokenKind.Range, text[start..end], start, end - start);
    }

    [GeneratedRegex(@"\G/(?<inside>(?:\\.|[^/\\\s])+)/(?=[\s)^~]|\z)")]
    private static partial Regex RegexForm();

    /// <summary>A suffix, followed by the end of the clause or by another suffix.</summary>
    [GeneratedRegex(
        @"\G(?:~(?<n>[0-9]*(?:\.[0-9]+)?)|\^(?<n>[0-9]+(?:\.[0-9]+)?))(?=(?:[~^][0-9]*(?:\.[0-9]+)?){0,64}(?:/F[0-9]+/)?(?:[\s)]|\z))")]
    private static partial Regex SuffixForm();
}
