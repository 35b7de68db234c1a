using System.Collections.Frozen;
using Indexer.WordTables;

namespace Indexer.Languages;

/// <summary>The small words that every text of a language is full of: they tell languages apart at a glance, in texts of some length.</summary>
internal static class FunctionWords
{
    private static readonly FrozenDictionary<string, string[]> ByWord =
        WordTable.Read("function-words.tsv").Rows
            .SelectMany(row => row.Value.Split(' ').Select(word => (Word: word, Language: row.Key)))
            .GroupBy(pair => pair.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Language).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>Letters of the longest word.</summary>
    public static int Longest { get; } = ByWord.Keys.Max(word => word.Length);

    /// <summary>The languages that have a word among their small ones; none for most words. In lower case.</summary>
    public static IReadOnlyList<string> LanguagesOf(string word) => ByWord.TryGetValue(word, out var languages) ? languages : [];
}
