using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition;

/// <summary>What of a tagged span is the name: not its title, its article, its quotation marks; and nothing when no name is left, or what is not one ("non-OPEC").</summary>
internal static class NameSpan
{
    private static readonly FrozenSet<string> Titles = WordSet.Of("mr mr. mrs mrs. ms ms. miss dr dr. prof prof. president mayor sen. gov. rep. gen. sir lord judge");

    /// <summary>Begin sentences in capitals, and are never all of a name.</summary>
    private static readonly FrozenSet<string> NeverNames = WordSet.Of(
        "i you he she it we they me him her us them my your his its our their this that these those who what which when where why how the a an and or but if of in on at to for " +
        "from by with as is are was were be been not no yes here there then now new all some any each every more most other one two three first last mr mrs ms dr " +
        "co corp inc ltd oper plc llc the " +
        "january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
        "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today yesterday tomorrow");

    /// <summary>The characters of the name.</summary>
    public static (int Start, int End)? Trim(Token[] sentence, TagSpan span)
    {
        var (first, end) = (span.Start, span.End);
        while (first < end && (IsMark(sentence[first].Text) || (end - first > 1 && IsBefore(sentence[first].Text, span.Type))))
            first++;
        while (end > first && (IsMark(sentence[end - 1].Text) || sentence[end - 1].Text is "'s" or "’s"))
            end--;
        if (first == end || sentence[first].Text.StartsWith("non-", StringComparison.OrdinalIgnoreCase) || IsAddress(sentence.AsSpan(first, end - first)) || (end - first == 1 && !IsName(sentence[first].Text)))
            return null;
        return (sentence[first].Start, sentence[end - 1].End);
    }

    private static bool IsBefore(string word, int type) => type == 0 ? Titles.Contains(word.ToLowerInvariant()) : word is "the" or "The";

    private static bool IsAddress(ReadOnlySpan<Token> name)
    {
        foreach (var token in name)
        {
            if (token.Text.Contains("://", StringComparison.Ordinal) || token.Text.Contains('@') || token.Text.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsMark(string token) => !token.Any(char.IsLetterOrDigit);

    private static bool IsName(string token) =>
        token.Any(char.IsLetter) && (token.Length > 1 || token[0] > 'z') && (IsAcronym(token) || !NeverNames.Contains(token.TrimEnd('.').ToLowerInvariant()));

    /// <summary>"US" and "WHO" are names though "us" and "who" are not.</summary>
    private static bool IsAcronym(string token) => token is "US" or "WHO" or "IT";
}
