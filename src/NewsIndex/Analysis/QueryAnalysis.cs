using System.Buffers;
using System.Collections.Concurrent;

namespace NewsIndex.Analysis;

/// <summary>
/// Analyses the texts of queries and remembers them: a chain of filters takes microseconds a word, and most words were asked for before.
/// Thread-safe.
/// </summary>
internal static class QueryAnalysis
{
    /// <summary>
    /// Characters of all remembered texts, each counted once a language; some 10 MB. All are forgotten when there are more.
    /// </summary>
    private const int Capacity = 1 << 19;

    private static readonly SearchValues<char> WordsAndBlanks =
        SearchValues.Create(" 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly ConcurrentDictionary<(string Text, string? Language, WordUse Use), AnalysedWord[]> Known = new();

    private static int remembered;

    /// <summary>The words of a text as written, in small letters; see <see cref="WordUse.Plain"/>.</summary>
    public static IReadOnlyList<AnalysedWord> Exact(string text) => Of(text, null, WordUse.Plain);

    /// <summary>
    /// The stems of a text in a language, with other spellings; see <see cref="WordUse.Query"/>. Empty when all words are stop words of the
    /// language.
    /// </summary>
    public static IReadOnlyList<AnalysedWord> Stems(string text, string language) => Of(text, language, WordUse.Query);

    /// <summary>The stems of a text in a language, one for each word but stop words; see <see cref="WordUse.Plain"/>.</summary>
    public static IReadOnlyList<AnalysedWord> PlainStems(string text, string language) => Of(text, language, WordUse.Plain);

    /// <param name="language">Null for words as written.</param>
    private static AnalysedWord[] Of(string text, string? language, WordUse use)
    {
        if (Known.TryGetValue((text, language, use), out var words))
            return words;
        return IsOfPlainWords(text) ? Composed(text, language, use) : Remember(text, language, use);
    }

    private static AnalysedWord[] Remember(string text, string? language, WordUse use)
    {
        AnalysedWord[] words = [.. NewsAnalyzer.Instance.Analyse(language is null ? ".exact" : "", language ?? "", text, use)];
        if (Interlocked.Add(ref remembered, text.Length) > Capacity)
        {
            Known.Clear();
            Interlocked.Exchange(ref remembered, text.Length);
        }

        Known[(text, language, use)] = words;
        return words;
    }

    /// <summary>
    /// True for several words of letters and digits of ASCII, apart by single blanks: no rule of analysis looks from one to the next, and
    /// each has one position.
    /// </summary>
    private static bool IsOfPlainWords(string text) => text.Contains(' ', StringComparison.Ordinal)
        && text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal)
        && !text.AsSpan().ContainsAnyExcept(WordsAndBlanks);

    private static AnalysedWord[] Composed(string text, string? language, WordUse use)
    {
        var composed = new List<AnalysedWord>();
        var (start, position) = (0, 0);
        foreach (var range in text.AsSpan().Split(' '))
        {
            foreach (var word in Of(text[range], language, use))
                composed.Add(word with { Position = word.Position + position, Start = word.Start + start, End = word.End + start });
            (start, position) = (start + range.End.Value - range.Start.Value + 1, position + 1);
        }

        return [.. composed];
    }
}
