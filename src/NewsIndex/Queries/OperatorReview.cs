using System.Text.RegularExpressions;

namespace NewsIndex.Queries;

/// <summary>
/// Reviews tokens by their neighbours: operators of other systems count only between two operands, and text that may be such an operator or
/// a word gets a notice with the right spelling.
/// </summary>
internal static partial class OperatorReview
{
    public static void Settle(List<QueryToken> tokens, List<string> notices)
    {
        QueryToken? quote = null, bracket = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var isBetween = i > 0 && QueryTokens.EndsClause(tokens[i - 1].Kind) && i + 1 < tokens.Count && BeginsClause(tokens[i + 1].Kind);
            if (token.Kind == QueryTokenKind.Near && !isBetween && OperatorWords.IsSign(token.Text))
                tokens[i] = token = token with { Kind = QueryTokenKind.Word };
            if (token.Kind == QueryTokenKind.Near && OperatorWords.IsOtherwiseElsewhere(token.Text))
                notices.Add(
                    $"\"{token.Text}\" at {token.Offset} was read as {OperatorWords.ToProximity(token.Text, int.MaxValue)}: in this "
                    + $"order.");
            if (token.Kind == QueryTokenKind.Plus && i > 0 && QueryTokens.EndsClause(tokens[i - 1].Kind))
                NoticePlus(tokens[i + 1], notices);
            if (token.Kind != QueryTokenKind.Word)
                continue;

            // Text after a field is a value, and "not w/5" is read as NOT W/5.
            if (!(i > 0 && tokens[i - 1].Kind == QueryTokenKind.Field)
                && !(token.Text == "not" && tokens[i + 1].Kind == QueryTokenKind.Near))
                NoticeWord(token, isBetween, notices);
            quote ??= token.Text is ['\'' or '`' or '\u00B4', not ('\'' or '`' or '\u00B4'), ..] ? token : null;
            if (quote is { } open && open.Offset < token.Offset
                && token.Text is [.., not ('\'' or '`' or '\u00B4'), '\'' or '`' or '\u00B4'])
            {
                notices.Add($"Single quotes at {open.Offset} make no phrase; write \"…\".");
                quote = null;
            }

            bracket ??= token.Text[0] is '[' or '{' && token.Length == token.Text.Length ? token : null;
            if (bracket is { } range && token.Text == "TO")
            {
                notices.Add(
                    $"\"{range.Text[0]}\" at {range.Offset} was read as punctuation, and TO as a word; a range stands behind a field: "
                    + $"date:[1987 TO 1988].");
                bracket = null;
            }
        }
    }

    private static bool BeginsClause(QueryTokenKind kind) => QueryTokens.EndsClause(kind) && kind != QueryTokenKind.Close
        || kind is QueryTokenKind.Open or QueryTokenKind.Field or QueryTokenKind.AtLeast or QueryTokenKind.First or QueryTokenKind.By;

    private static void NoticePlus(QueryToken next, List<string> notices)
    {
        if (next.Kind == QueryTokenKind.Word && PlusForm().IsMatch(next.Text))
            notices.Add(
                $"\"+{next.Text}\" at {next.Offset - 1} was read as a word that is required; in this order and near is "
                + $"PRE/{next.Text.ToUpperInvariant()}.");
    }

    /// <param name="isBetween">True between two clauses.</param>
    public static void NoticeWord(QueryToken token, bool isBetween, List<string> notices)
    {
        if (token.Length != token.Text.Length)
            return;
        var (text, at) = (token.Text, token.Offset);
        var upper = text.ToUpperInvariant();
        if (upper is "AND" or "OR" or "NOT" or "SAME" or "ANDMAYBE")
            notices.Add($"\"{text}\" at {at} was read as a word; the operator is {upper}.");
        else if (upper is "XOR" or "ANDNOT" or "BUTNOT" && isBetween)
            notices.Add($"\"{text}\" at {at} was read as a word; the operators are AND, OR, NOT and ANDMAYBE.");
        else if (text is "NEAR" or "ATLEAST" or "FIRST" or "PRE" or "WITHIN")
            notices.Add($"\"{text}\" at {at} was read as a word; the operator has a number: {(text == "WITHIN" ? "NEAR" : text)}/5.");
        else if (isBetween && LetterAndNumber().Match(text) is { Success: true } counted)
            notices.Add(
                $"\"{text}\" at {at} was read as a word; for words that near write "
                + $"{(char.ToUpperInvariant(text[0]) == 'N' ? "NEAR" : "PRE")}/{counted.Groups["n"].Value}.");
        else if (isBetween && (text == "adj" || UnreadForm().IsMatch(text)))
            notices.Add($"\"{text}\" at {at} was read as a word; the operators of nearness are NEAR/5, PRE/5, W/S and W/P.");
        else if (FieldAndSign().Match(text) is { Success: true } named && FieldNames.IsKnown(named.Groups["name"].Value))
            notices.Add($"\"{text}\" at {at} was read as words; a field has a colon behind it: {named.Groups["name"].Value}:.");
    }

    /// <summary>Westlaw operators: +5, +s and +p.</summary>
    [GeneratedRegex(@"\A(?:[0-9]{1,3}|[sSpP])\z")]
    private static partial Regex PlusForm();

    /// <summary>EBSCO operators N5 and W5, which are also names of roads and districts.</summary>
    [GeneratedRegex(@"\A[NnWw](?<n>[0-9]{1,3})\z")]
    private static partial Regex LetterAndNumber();

    /// <summary>A word that starts like a proximity operator and is not one.</summary>
    [GeneratedRegex(@"\A(?i:(?:o?near|within|pre|adj|atleast|first)/.*|(?:o?near|within|adj)[0-9].*|[wnp]/(?:seg|sec|doc|[0-9].*))\z",
        RegexOptions.Singleline)]
    private static partial Regex UnreadForm();

    [GeneratedRegex(@"\A(?<name>[A-Za-z.]+)=")]
    private static partial Regex FieldAndSign();
}
