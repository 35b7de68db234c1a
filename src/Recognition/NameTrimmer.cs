using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition;

/// <summary>Removes titles, articles and punctuation from the ends of tagged names, and rejects spans that are not names.</summary>
internal static class NameTrimmer
{
    private static readonly FrozenSet<string> Titles = WordSet.Of(
        "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. president mayor sen. gov. rep. gen. sir lord judge");

    /// <summary>Words with a capital at the start of a sentence that are never a whole name.</summary>
    private static readonly FrozenSet<string> NotNames = WordSet.Of(
        "i you he she it we they me him her us them my your his its our their this that these those who what which when where why how " +
        "the a an and or but if of in on at to for from by with as is are was were be been not no yes here there then now new all some " +
        "any each every more most other one two three first last mr mrs ms dr co corp inc ltd oper plc llc " +
        "january february march april june july august september october november december " +
        "jan feb mar apr jun jul aug sep sept oct nov dec " +
        "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today yesterday tomorrow");

    /// <summary>Returns the offsets of the name in the text.</summary>
    /// <returns>Null if no name is left, or if the span is an address or starts with "non-" ("non-OPEC").</returns>
    public static (int Start, int End)? Trim(Token[] sentence, TagSpan span)
    {
        var (first, end) = (span.Start, span.End);
        while (first < end && (IsPunctuation(sentence[first].Text) || (end - first > 1 && IsPrefix(sentence[first].Text, span.Type))))
            first++;
        while (end > first && (IsPunctuation(sentence[end - 1].Text) || sentence[end - 1].Text is "'s" or "’s"))
            end--;
        return IsName(sentence.AsSpan(first, end - first)) ? (sentence[first].Start, sentence[end - 1].End) : null;
    }

    /// <summary>Returns whether a word precedes names of a type without being part of them.</summary>
    private static bool IsPrefix(string word, int type) =>
        type == TagScheme.Person ? Titles.Contains(word.ToLowerInvariant()) : word is "the" or "The";

    private static bool IsName(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length == 0 || tokens[0].Text.StartsWith("non-", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var token in tokens)
        {
            if (IsAddress(token.Text))
                return false;
        }

        return tokens.Length > 1 || IsName(tokens[0].Text);
    }

    private static bool IsAddress(string token) =>
        token.Contains("://", StringComparison.Ordinal)
        || token.Contains('@')
        || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static bool IsPunctuation(string token) => !token.Any(char.IsLetterOrDigit);

    /// <summary>Returns whether a token alone can be a name. A single ASCII letter cannot, but a single Chinese character can.</summary>
    private static bool IsName(string token) =>
        token.Any(char.IsLetter)
        && (token.Length > 1 || token[0] > 'z')
        && (IsAcronym(token) || !NotNames.Contains(token.TrimEnd('.').ToLowerInvariant()));

    /// <summary>Returns whether a token is a name in capitals and a common word otherwise.</summary>
    private static bool IsAcronym(string token) => token is "US" or "WHO" or "IT";
}
