using System.Buffers;
using NewsIndex.Analysis;
using NewsIndex.Queries;

namespace NewsIndex.Positions;

/// <summary>
/// Reads a phrase as words at their distances. Most words are stems of a language. A word that a sign joins to others (fox-it, AT&amp;T) is
/// taken as written where a part of it is a stop word, since "fox" alone is another word. So are the words of a pattern with hyphens
/// (anti-semit*), of which the open ones are expanded.
/// </summary>
/// <param name="expand">Finds the words of <see cref="TextFields.Exact"/> that match a pattern of one word.</param>
internal sealed class PhraseParts(Func<string, PositionPlan.Terms> expand)
{
    /// <summary>
    /// Stand for * and ? while a pattern is cut into words, so that these are not cut off as signs. No news text has these letters.
    /// </summary>
    private const char Star = '\u02AC', Mark = '\u02AD';

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\r");

    private Dictionary<string, PositionPlan.Terms>? expanded;

    /// <summary>
    /// The stems of a text that is one word without other spellings, in the languages in which it is no stop word; null for another text.
    /// </summary>
    public static IReadOnlyList<string>? OnlyStems(string text, IReadOnlyList<string> languages)
    {
        if (QueryAnalysis.Exact(text).Count != 1)
            return null;
        var stems = new List<string>(languages.Count);
        foreach (var language in languages)
        {
            var words = QueryAnalysis.Stems(text, language);
            if (words.Count > 1 || (words.Count == 1 && words[0].Places > 1))
                return null;
            if (words.Count == 1 && !stems.Contains(words[0].Term))
                stems.Add(words[0].Term);
        }

        return stems;
    }

    /// <summary>Reads a text in some languages: one list for those that agree, none for those of which all words are stop words.</summary>
    public List<List<PhrasePart>> Of(string text, IReadOnlyList<string> languages) => Readings(text, QueryAnalysis.Exact(text), languages);

    /// <summary>Reads a text in which some words are patterns.</summary>
    /// <exception cref="QueryTooExpensiveException">A pattern has more expansions than the limit.</exception>
    public List<List<PhrasePart>> OfPattern(string pattern, IReadOnlyList<string> languages)
    {
        var text = PatternText.Replace(pattern, Star, Mark);
        return Readings(text, CutOpen(text), languages);
    }

    /// <summary>The pattern in the form of the field's words; null when it is cut into several.</summary>
    public static string? OnlyWord(string pattern) =>
        CutOpen(PatternText.Replace(pattern, Star, Mark)) is [var word] ? PatternOf(word.Term) : null;

    /// <summary>Cuts text with open words. A run of a script without spaces is one word with the open signs that touch it.</summary>
    private static List<AnalysedWord> CutOpen(string text)
    {
        var cut = new List<AnalysedWord>();
        foreach (var word in NewsAnalyzer.Instance.Analyse(TextFields.Exact, "", text, WordUse.Runs))
        {
            if (cut.Count > 0 && cut[^1].End == word.Start && (IsOpen(cut[^1].Term) || IsOpen(word.Term)))
                cut[^1] = cut[^1] with { Term = cut[^1].Term + word.Term, End = word.End };
            else
                cut.Add(word);
        }

        return cut;
    }

    private List<List<PhrasePart>> Readings(string text, IReadOnlyList<AnalysedWord> exact, IReadOnlyList<string> languages)
    {
        var readings = new List<List<PhrasePart>>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            var parts = PartsIn(text, exact, QueryAnalysis.Stems(text, language));
            if (parts.Count > 0
                && known.Add(string.Join(' ', parts.Select(part => $"{part.Key}@{part.Position - parts[0].Position}+{part.Places}"))))
                readings.Add(parts);
        }

        return readings;
    }

    private List<PhrasePart> PartsIn(string text, IReadOnlyList<AnalysedWord> exact, IReadOnlyList<AnalysedWord> stems)
    {
        var how = Written(text, exact, stems);
        var parts = new List<PhrasePart>();
        var at = 0;
        foreach (var stem in stems)
        {
            // The word that it is a stem of, or begins inside of, as the second pair of a run does.
            while (at + 1 < exact.Count && exact[at + 1].Start <= stem.Start)
                at++;
            var written = at < exact.Count ? how[at] : WrittenAs.Stems;
            // The joined spelling of a word that is written is another word with all of its parts.
            if (written == WrittenAs.Stems || (written == WrittenAs.Words && stem.Places > 1))
                parts.Add(new PhrasePart(stem.Term, PositionPlan.Terms.Of(TextFields.Stems, stem.Term), stem.Position, stem.Places));
        }

        for (var i = 0; i < exact.Count; i++)
        {
            if (how[i] != WrittenAs.Stems && WrittenPart(text, exact, i) is { } part)
                parts.Add(part);
        }

        // Stable, so that the spellings of one word keep their order.
        return [.. parts.OrderBy(part => part.Position)];
    }

    /// <summary>The form in which a word is looked up.</summary>
    private enum WrittenAs
    {
        Stems,

        /// <summary>As written, with the words that it is joined to.</summary>
        Words,

        /// <summary>As part of a pattern.</summary>
        Pattern,
    }

    /// <summary>Decides the form of each word: as written are those of a pattern, and those joined to a stop word.</summary>
    private static WrittenAs[] Written(string text, IReadOnlyList<AnalysedWord> exact, IReadOnlyList<AnalysedWord> stems)
    {
        var written = new WrittenAs[exact.Count];
        var kept = stems.Where(stem => stem.Places == 1).Select(stem => stem.Start).ToHashSet();
        for (var first = 0; first < exact.Count;)
        {
            var (end, isOpen, needsAll) = (first, false, false);
            do
            {
                isOpen |= IsOpen(exact[end].Term);
                needsAll |= WordSigns.Behind(text, exact[end].End) == "&" || !kept.Contains(exact[end].Start);
                end++;
            }
            while (end < exact.Count && IsJoined(text, exact[end - 1], exact[end]));
            Array.Fill(written, isOpen ? WrittenAs.Pattern : needsAll && end - first > 1 ? WrittenAs.Words : WrittenAs.Stems, first,
                end - first);
            first = end;
        }

        return written;
    }

    /// <summary>True when only signs separate two words, or an ampersand with blanks around it.</summary>
    private static bool IsJoined(string text, AnalysedWord left, AnalysedWord right) => WordSigns.Behind(text, left.End) == "&"
        || ((right.Start > left.End || IsOpen(left.Term) || IsOpen(right.Term))
            && !text.AsSpan(left.End, Math.Max(right.Start - left.End, 0)).ContainsAny(Blanks));

    private static bool IsOpen(string term) => term.AsSpan().ContainsAny(Star, Mark);

    /// <summary>True for a * that is a whole word: it matches any word, so that only its position counts.</summary>
    private static bool IsAnyWord(string term) => !term.AsSpan().ContainsAnyExcept(Star);

    private static string PatternOf(string term) => term.Replace(Star, '*').Replace(Mark, '?');

    /// <summary>Null where any word may stand.</summary>
    private PhrasePart? WrittenPart(string text, IReadOnlyList<AnalysedWord> exact, int at)
    {
        var word = exact[at];
        if (IsAnyWord(word.Term))
            return null;
        var (before, behind) = (WordSigns.Before(text, word.Start), WordSigns.Behind(text, word.End));
        // Of "*-semitic", the hyphen says that there is a word before it.
        var needsBefore = before == "&" || (before == "-" && at == 1 && IsAnyWord(exact[0].Term));
        var needsBehind = behind == "&" || (behind == "-" && at == exact.Count - 2 && IsAnyWord(exact[^1].Term));
        var terms = IsOpen(word.Term) ? Expanded(PatternOf(word.Term)) : PositionPlan.Terms.Of(TextFields.Exact, word.Term);
        if (needsBefore || needsBehind)
            terms = terms with { Written = new WrittenForm(null, needsBefore ? before : "", needsBehind ? behind : "") };
        return new PhrasePart($"={(needsBefore ? before : "")}{PatternOf(word.Term)}{(needsBehind ? behind : "")}", terms, word.Position);
    }

    private PositionPlan.Terms Expanded(string pattern)
    {
        expanded ??= new Dictionary<string, PositionPlan.Terms>(StringComparer.Ordinal);
        if (!expanded.TryGetValue(pattern, out var terms))
            expanded[pattern] = terms = expand(pattern);
        return terms;
    }
}
