using NewsIndex.Analysis;

namespace NewsIndex.Queries;

/// <summary>The notice about ignored words. It names the languages if they do not all ignore the same words.</summary>
internal static class LeftOutNotice
{
    /// <summary>Maximum number of languages that are named; more are counted.</summary>
    private const int MaxNamed = 3;

    /// <summary>Maximum characters shown of a word.</summary>
    private const int MaxShownLength = 40;

    /// <param name="groups">Groups of languages with their ignored words; together all languages of the index.</param>
    /// <returns>Null if no word is ignored.</returns>
    public static string? Of(IReadOnlyList<(IReadOnlyList<string> Languages, IReadOnlyList<string> Words)> groups)
    {
        var words = groups.SelectMany(group => group.Words).Distinct(StringComparer.Ordinal).ToList();
        var signs = words.Where(word => !word.Any(char.IsLetterOrDigit)).ToList();
        var tooLong = words.Except(signs).Where(IsTooLong).ToList();
        var stopWords = words.Except(signs).Except(tooLong).ToList();
        string[] sentences =
        [
            .. Sentence("Stop words are not searched", [.. stopWords.Select(word => Describe(word, groups))]),
            .. Sentence("Signs are not searched", signs),
            .. Sentence($"Words of more than {WordCutter.MaxLength} characters are not searched", [.. tooLong.Select(Beginning)]),
            .. Sentence("To search a word as it is written, use", [.. stopWords.Where(IsInCapitals).Select(word => $"exact:\"{word}\"")]),
        ];
        return sentences.Length == 0 ? null : string.Join(' ', sentences);
    }

    private static IEnumerable<string> Sentence(string beginning, List<string> words) =>
        words.Count == 0 ? [] : [$"{beginning}: {string.Join(", ", words)}."];

    private static bool IsTooLong(string word) => word.Length > WordCutter.MaxLength && !word.Any(char.IsWhiteSpace);

    private static string Beginning(string word) => $"{word[..MaxShownLength]}…";

    /// <summary>"IT workers" seldom means "it".</summary>
    private static bool IsInCapitals(string word) => !word.Any(char.IsLower) && word.Any(char.IsUpper);

    private static string Describe(string word, IReadOnlyList<(IReadOnlyList<string> Languages, IReadOnlyList<string> Words)> groups)
    {
        var leaving = groups.Where(group => group.Words.Contains(word)).ToList();
        return leaving.Count == groups.Count ? word : $"{word} (in {Named([.. leaving.SelectMany(group => group.Languages)])})";
    }

    private static string Named(IReadOnlyList<string> languages)
    {
        List<string> names =
            [.. languages.Select(LanguageNames.Of).OrderBy(name => name != "English").ThenBy(name => name, StringComparer.Ordinal)];
        if (names.Count > MaxNamed)
            names = [.. names.Take(MaxNamed - 1), $"{names.Count - MaxNamed + 1} other languages"];
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }
}
