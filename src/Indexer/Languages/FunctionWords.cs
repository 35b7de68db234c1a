using System.Collections.Frozen;
using Indexer.WordTables;

namespace Indexer.Languages;

/// <summary>Function words (articles, prepositions, pronouns and the like) of 26 languages, from <c>function-words.tsv</c>.</summary>
internal static class FunctionWords
{
    private static readonly FrozenDictionary<string, string[]> ByWord =
        WordTable.Read("function-words.tsv").Rows
            .SelectMany(row => row.Value.Split(' ').Select(word => (Word: word, Language: row.Key)))
            .GroupBy(pair => pair.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(
                word => word.Key,
                word => word.Select(pair => pair.Language).Distinct().ToArray(),
                StringComparer.Ordinal);

    /// <summary>Length of the longest word.</summary>
    public static int MaxLength { get; } = ByWord.Keys.Max(word => word.Length);

    /// <summary>Languages in which a word is a function word; empty for other words.</summary>
    /// <param name="word">In lower case.</param>
    public static IReadOnlyList<string> LanguagesOf(string word) =>
        ByWord.TryGetValue(word, out var languages) ? languages : [];
}
