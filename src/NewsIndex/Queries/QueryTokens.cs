using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsIndex.Queries;

/// <summary>
/// Cuts typed text into the words and signs of the query language. Never fails but for an open quotation mark or bracket.
/// </summary>
internal static partial class QueryTokens
{
    /// <summary>Zones that may stand before a parenthesis without a colon, as at Lexis.</summary>
    private static readonly HashSet<string> LexisZones =
        new(StringComparer.OrdinalIgnoreCase) { "hlead", "headline", "lead", "body", "byline", "publication", "section" };

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n()\"");

    private const int MaxFieldNameLength = 40;

    /// <summary>Longer ones are no addresses that somebody typed or pasted.</summary>
    private const int MaxAddressLength = 2048;

    public static bool NeedsEscape(char c) =>
        c is '\\' or '"' or '(' or ')' or ':' or '*' or '?' or '[' or ']' or '{' or '}' or '~' or '^' or '!' or '|' || char.IsWhiteSpace(c);

    /// <param name="notices">Filled with what the reader of the query should know of signs that mean more than one thing.</param>
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

    /// <summary>The length of signs that are operators beside a word, where they stand beside none; 0 for what is to be read.</summary>
    private static int Punctuation(string typed, string text, int at, QueryTokenKind before, List<string> notices)
    {
        if (text[at] is not ('+' or '-' or '!' or '?') || before == QueryTokenKind.Field)
            return 0;
        var end = at + 1;
        while (end < text.Length && text[end] == text[at])
            end++;
        var isAlone = end == text.Length || char.IsWhiteSpace(text[end]) || text[end] == ')';
        var isDash = text[at] == '-' && (end - at > 1 || typed[at] is '\u2014' or '\u2015');
        // "+ (" and "- (" are signs with a blank too many; a dash between blanks is punctuation, and nobody need be told.
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
    /// An exclusion that may not be meant as one: a number below zero, or a dash that a word processor put in place of a hyphen.
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
            case '&' when Doubled(text, start): return new QueryToken(QueryTokenKind.And, "&&", start, 2);
            case '|' when Doubled(text, start): return new QueryToken(QueryTokenKind.Or, "||", start, 2);
            case '|' when IsBetweenBlanks(text, start): return Bar(start, notices);
            case '=' when BeginsWord(text, start + 1): return Prefixed(QueryTokenKind.Literal, text, start, notices);
            case '~' when afterField && BeginsWord(text, start + 1): return Prefixed(QueryTokenKind.Nearly, text, start, notices);
            case '"': return Quoted(text, start, notices);
            case '[' or '{' when afterField: return Range(text, start);
            case '/' when RegexForm().Match(text, start) is { Success: true } regex && OperatorWords.FactivaFirst(text, start, out _) == 0:
                return new QueryToken(QueryTokenKind.Regex, RegexSlashes.Unescape(regex.Groups["inside"].Value), start, regex.Length);
            default: return Address(text, start, before, notices) ?? Word(text, start, notices);
        }
    }

    private static bool Doubled(string text, int at) => at + 1 < text.Length && text[at + 1] == text[at] && text[at] is '&' or '|';

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

    /// <summary>Whether a text begins as an address does.</summary>
    public static bool IsAddress(string text) => Address(text, 0, QueryTokenKind.Field, []) is not null;

    /// <summary>A web address, whose signs are no operators: it is searched as the words that it is made of, side by side.</summary>
    private static QueryToken? Address(string text, int start, QueryTokenKind before, List<string> notices)
    {
        var match = AddressForm().Match(text, start, Math.Min(MaxAddressLength, text.Length - start));
        if (!match.Success || match.Length == MaxAddressLength || match.Value.Contains('*', StringComparison.Ordinal))
            return null;
        var address = match.Value[..^match.Groups["end"].Length];
        if (before != QueryTokenKind.Field)
            notices.Add($"\"{address}\" at {start} was read as an address: its words side by side.");
        return new QueryToken(QueryTokenKind.Quoted, address, start, match.Length);
    }

    private static bool BeginsWord(string text, int at) => at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')');

    /// <summary>Whether a clause may end with it.</summary>
    public static bool EndsClause(QueryTokenKind kind) =>
        kind is QueryTokenKind.Word or QueryTokenKind.Pattern or QueryTokenKind.Truncated or QueryTokenKind.Quoted
        or QueryTokenKind.QuotedPattern or QueryTokenKind.Regex or QueryTokenKind.Range or QueryTokenKind.Close or QueryTokenKind.Literal
            or QueryTokenKind.Nearly or QueryTokenKind.Tilde
        or QueryTokenKind.Boost or QueryTokenKind.FirstAfter;

    /// <summary>~n, ^n or /Fn/ at a place; null for other signs.</summary>
    private static QueryToken? Suffix(string text, int at)
    {
        if (OperatorWords.FactivaFirst(text, at, out var number) is var length and > 0)
            return new QueryToken(QueryTokenKind.FirstAfter, number, at, length);
        var match = SuffixForm().Match(text, at);
        return match.Success
            ? new QueryToken(text[at] == '~' ? QueryTokenKind.Tilde : QueryTokenKind.Boost, match.Groups["n"].Value, at, match.Length)
            : null;
    }

    private static QueryToken Quoted(string text, int start, List<string> notices)
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

    /// <param name="raw">With its escapes.</param>
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
            else if (IsOpenInQuotes(raw, i))
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

    /// <summary>Whether * or ? in a phrase leaves letters open: a ? does within a word, unless the word is an address.</summary>
    internal static bool IsOpenInQuotes(string text, int at)
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

    private static QueryToken Prefixed(QueryTokenKind kind, string text, int start, List<string> notices)
    {
        var name = text[start + 1] == '"' ? Quoted(text, start + 1, notices) : Word(text, start + 1, notices, isName: true);
        return new QueryToken(kind, name.Kind == QueryTokenKind.QuotedPattern ? PatternText.Literal(name.Text) : name.Text, start,
            name.End - start);
    }

    private static QueryToken Range(string text, int start)
    {
        var close = text.AsSpan(start).IndexOfAny(']', '}');
        // The dates of a range that is never closed may be wrong too, and that is the more useful thing to say: let the reader look.
        var end = close < 0 ? text.Length : start + close + 1;
        return new QueryToken(QueryTokenKind.Range, text[start..end], start, end - start);
    }

    /// <param name="isName">Whether it is all one name, whatever signs are in it.</param>
    private static QueryToken Word(string text, int start, List<string> notices, bool isName = false)
    {
        var literal = new StringBuilder();
        var pattern = new StringBuilder();
        bool open = false, escapedAny = false, cut = false;
        // Signs that leave letters open before the last letter, and question marks behind it.
        var (lastLetter, inner, marks) = (0, 0, 0);
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
                pattern.Append(PatternText.Escaped(escaped));
                if (char.IsLetterOrDigit(escaped) || char.IsSurrogate(escaped))
                    (lastLetter, inner, marks) = (literal.Length, inner + marks, 0);
                continue;
            }

            if (char.IsWhiteSpace(c) || c is '(' or ')' or '"'
                || (i > start && (Doubled(text, i) || (c is '~' or '^' or '/' && Suffix(text, i) is not null))))
                break;
            if (!isName && c == ':' && !escapedAny && literal.Length <= MaxFieldNameLength
                && FieldAt(literal.ToString(), text, start, i, notices) is { } field)
                return field;
            open |= c is '*' or '?';
            inner += c == '*' ? 1 : 0;
            marks += c == '?' ? 1 : 0;
            cut = c == '!';
            literal.Append(c);
            // A backslash that ends the text has nothing to escape.
            pattern.Append(c == '\\' ? "\\\\" : c.ToString());
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                (lastLetter, inner, marks) = (literal.Length, inner + marks, 0);
        }

        var word = literal.ToString();
        if (isName)
            return new QueryToken(QueryTokenKind.Word, word, start, i - start);
        if (!escapedAny && char.IsWhiteSpace(i < text.Length ? text[i] : 'x') && FieldNames.IsKnown(word)
            && SpacedColon(text, i) is var colon and > 0)
            return FieldAt(word, text, start, colon, notices)!.Value;
        if (open && inner == 0 && marks > 0 && lastLetter > 0)
            return Asked(word[..lastLetter], marks, start, i - start, notices);
        if (open)
            return new QueryToken(QueryTokenKind.Pattern, pattern.ToString(), start, i - start);
        if (cut && word.Length > 3 && char.IsLetter(word[^2]))
            return new QueryToken(QueryTokenKind.Truncated, pattern.ToString(0, pattern.Length - 1) + "*", start, i - start);
        if (i < text.Length && text[i] == '(' && !escapedAny && LexisZones.Contains(word))
            return new QueryToken(QueryTokenKind.Field, word, start, i - start);
        var (kind, shown) = (escapedAny ? null : OperatorWords.Find(word)) ?? (QueryTokenKind.Word, word);
        return new QueryToken(kind, shown, start, i - start);
    }

    /// <summary>A question mark behind a word ends a question; only inside of a word does it stand for a letter.</summary>
    private static QueryToken Asked(string word, int marks, int start, int length, List<string> notices)
    {
        var letters = marks == 1 ? "one more letter" : string.Create(CultureInfo.InvariantCulture, $"{marks} more letters");
        notices.Add(
            $"\"{new string('?', marks)}\" behind \"{word}\" at {start} was read as punctuation; for exactly {letters} write "
            + $"/{word}{new string('.', marks)}/.");
        return new QueryToken(QueryTokenKind.Word, word, start, length);
    }

    /// <summary>
    /// The name before a colon as a field, with the blanks behind the colon where the name is one of ours; null for a word with a colon.
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
    /// The place of a colon that only blanks part from the word before it and that something follows; 0 where there is none.
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

    /// <summary>An address with its scheme, or one that asks a site: up to punctuation that ends a sentence.</summary>
    [GeneratedRegex(
        @"\G(?:(?i:https?|ftp)://[^\s""()\\]*[^\s""()\\.,;:!?]"
        + @"|(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::[0-9]+)?/?[^\s""()?*\\]*\?[^\s""()\\]*=[^\s""()\\]*[^\s""()\\.,;:!?])"
        + @"(?<end>[.,;:!?]*)(?=[\s""()]|\z)")]
    private static partial Regex AddressForm();

    [GeneratedRegex("\\G\"\"(?<inside>[^\"\\\\\\s](?:[^\"\\\\]*[^\"\\\\\\s])?)\"\"(?=[\\s)~^]|\\z)")]
    private static partial Regex DoubledForm();

    [GeneratedRegex(@"\G/(?<inside>(?:\\.|[^/\\\s])+)/(?=[\s)^~]|\z)")]
    private static partial Regex RegexForm();

    /// <summary>Followed by the end of the clause, or by another of its kind.</summary>
    [GeneratedRegex(
        @"\G(?:~(?<n>[0-9]*(?:\.[0-9]+)?)|\^(?<n>[0-9]+(?:\.[0-9]+)?))(?=(?:[~^][0-9]*(?:\.[0-9]+)?){0,64}(?:/F[0-9]+/)?(?:[\s)]|\z))")]
    private static partial Regex SuffixForm();
}
