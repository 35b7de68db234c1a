using System.Buffers;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Positions;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Translation;

/// <summary>
/// The words of a phrase at their distances. Most are stems of a language. A word that a sign joins to others (fox-it, AT&amp;T) is taken
/// as it is written where its language would leave out a part of it, since "fox" alone is another word; so are the words of a pattern with
/// hyphens (anti-semit*), of which the open ones stand for the words of the archive that fit.
/// </summary>
internal sealed class PhraseParts(QueryContext context)
{
    /// <summary>
    /// Letters of no news text, in place of * and ? while a pattern is cut into words: cutting must not see them as signs.
    /// </summary>
    private const char Star = '\u02AC', Mark = '\u02AD';

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\r");

    private readonly Dictionary<string, PositionPlan.Terms> expanded = new(StringComparer.Ordinal);

    /// <summary>What a text is in some languages; one list for those that agree, and none where they leave out all of it.</summary>
    public List<List<PhrasePart>> Of(string text, IReadOnlyList<string> languages) => Readings(text, AnalyseExact(text), languages);

    /// <param name="pattern">Words of which some are open.</param>
    /// <exception cref="QueryTooExpensiveException">A word of it stands for more words than the limit.</exception>
    /// <inheritdoc cref="Of"/>
    public List<List<PhrasePart>> OfPattern(string pattern, IReadOnlyList<string> languages)
    {
        var text = PatternText.Replace(pattern, Star, Mark);
        return Readings(text, CutOpen(text), languages);
    }

    /// <summary>The pattern as a field holds its only word; null for one that is cut into several.</summary>
    public static string? OnlyWord(string pattern) =>
        CutOpen(PatternText.Replace(pattern, Star, Mark)) is [var word] ? PatternOf(word.Term) : null;

    private static List<AnalysedWord> AnalyseExact(string text) => NewsAnalyzer.Instance.Analyse(IndexFields.TextExact, "", text);

    /// <summary>Words of which some are open. A run of a script without spaces is one word with the open signs that touch it.</summary>
    private static List<AnalysedWord> CutOpen(string text)
    {
        var words = new List<AnalysedWord>();
        foreach (var word in NewsAnalyzer.Instance.Analyse(IndexFields.TextExact, "", text, WordUse.Runs))
        {
            if (words.Count > 0 && words[^1].End == word.Start && (IsOpen(words[^1].Term) || IsOpen(word.Term)))
                words[^1] = words[^1] with { Term = words[^1].Term + word.Term, End = word.End };
            else
                words.Add(word);
        }

        return words;
    }

    private List<List<PhrasePart>> Readings(string text, List<AnalysedWord> exact, IReadOnlyList<string> languages)
    {
        var readings = new List<List<PhrasePart>>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            var parts = PartsIn(text, exact, context.Words.Of(text, language));
            if (parts.Count > 0
                && known.Add(string.Join(' ', parts.Select(part => $"{part.Key}@{part.Position - parts[0].Position}+{part.Places}"))))
                readings.Add(parts);
        }

        return readings;
    }

    private List<PhrasePart> PartsIn(string text, List<AnalysedWord> exact, IReadOnlyList<AnalysedWord> stems)
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
                parts.Add(new PhrasePart(stem.Term, PositionPlan.Terms.Of(IndexFields.Text, stem.Term), stem.Position, stem.Places));
        }

        for (var i = 0; i < exact.Count; i++)
        {
            if (how[i] != WrittenAs.Stems && WrittenPart(text, exact, i) is { } part)
                parts.Add(part);
        }

        // Stable, so that the spellings of one word keep their order.
        return [.. parts.OrderBy(part => part.Position)];
    }

    /// <summary>How a word is looked for.</summary>
    private enum WrittenAs
    {
        Stems,

        /// <summary>As it is written, with those that it is joined to.</summary>
        Words,

        /// <summary>As part of a pattern.</summary>
        Pattern,
    }

    /// <summary>
    /// Which words are taken as they are written: those that a pattern is made of, and those joined to one that is left out.
    /// </summary>
    private static WrittenAs[] Written(string text, List<AnalysedWord> exact, IReadOnlyList<AnalysedWord> stems)
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

    /// <summary>Whether signs and no blanks part two words, or an ampersand with blanks around it.</summary>
    private static bool IsJoined(string text, AnalysedWord left, AnalysedWord right) => WordSigns.Behind(text, left.End) == "&"
        || ((right.Start > left.End || IsOpen(left.Term) || IsOpen(right.Term))
            && !text.AsSpan(left.End, Math.Max(right.Start - left.End, 0)).ContainsAny(Blanks));

    private static bool IsOpen(string term) => term.AsSpan().ContainsAny(Star, Mark);

    /// <summary>A * that is a whole word: between others it is any word, so that only its place counts.</summary>
    private static bool IsAnyWord(string term) => !term.AsSpan().ContainsAnyExcept(Star);

    private static string PatternOf(string term) => term.Replace(Star, '*').Replace(Mark, '?');

    /// <summary>Null where any word may stand.</summary>
    private PhrasePart? WrittenPart(string text, List<AnalysedWord> exact, int at)
    {
        var word = exact[at];
        if (IsAnyWord(word.Term))
            return null;
        var (before, behind) = (WordSigns.Before(text, word.Start), WordSigns.Behind(text, word.End));
        // Of "*-semitic", the hyphen says that there is a word before it.
        var needsBefore = before == "&" || (before == "-" && at == 1 && IsAnyWord(exact[0].Term));
        var needsBehind = behind == "&" || (behind == "-" && at == exact.Count - 2 && IsAnyWord(exact[^1].Term));
        var terms = IsOpen(word.Term) ? Expanded(PatternOf(word.Term)) : PositionPlan.Terms.Of(IndexFields.TextExact, word.Term);
        if (needsBefore || needsBehind)
            terms = terms with { Written = new WrittenForm(null, needsBefore ? before : "", needsBehind ? behind : "") };
        return new PhrasePart($"={(needsBefore ? before : "")}{PatternOf(word.Term)}{(needsBehind ? behind : "")}", terms, word.Position);
    }

    private PositionPlan.Terms Expanded(string pattern)
    {
        if (!expanded.TryGetValue(pattern, out var terms))
        {
            var words = context.Expansion.Expand(IndexFields.TextExact, new Query.Pattern(pattern), context.Limits.PlacedTerms);
            expanded[pattern] = terms = new PositionPlan.Terms(IndexFields.TextExact, words) { IsPattern = true };
        }

        return terms;
    }
}
