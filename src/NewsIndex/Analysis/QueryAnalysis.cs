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

    private static readonly ConcurrentDictionary<(string Text, string? Language), AnalysedWord[]> Known = new();

    private static int remembered;

    /// <summary>The words of a text as written, in small letters; see <see cref="WordUse.Plain"/>.</summary>
    public static IReadOnlyList<AnalysedWord> Exact(string text) => Of(text, null);

    /// <summary>
    /// The stems of a text in a language, with other spellings; see <see cref="WordUse.Query"/>. Empty when all words are stop words of the
    /// language.
    /// </summary>
    public static IReadOnlyList<AnalysedWord> Stems(string text, string language) => Of(text, language);

    /// <param name="language">Null for words as written.</param>
    private static AnalysedWord[] Of(string text, string? language)
    {
        if (Known.TryGetValue((text, language), out var words))
            return words;
        words = language is null
            ? [.. NewsAnalyzer.Instance.Analyse(".exact", "", text)]
            : [.. NewsAnalyzer.Instance.Analyse("", language, text, WordUse.Query)];
        if (Interlocked.Add(ref remembered, text.Length) > Capacity)
        {
            Known.Clear();
            Interlocked.Exchange(ref remembered, text.Length);
        }

        Known[(text, language)] = words;
        return words;
    }
}
