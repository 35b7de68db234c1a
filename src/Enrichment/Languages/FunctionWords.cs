using System.Collections.Frozen;
using Enrichment.WordTables;

namespace Enrichment.Languages;

/// <summary>Function words (articles, prepositions, pronouns and the like) of 26 languages, from <c>function-words.tsv</c>.</summary>
internal static class FunctionWords
{
    private static readonly WordTable Table = WordTable.Read(typeof(FunctionWords), "function-words.tsv");

    /// <summary>Codes of the languages. In a <see cref="FunctionWord"/>, a language is its index here.</summary>
    public static string[] Languages { get; } = [.. Table.Rows.Select(row => row.Key).Distinct(StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, FunctionWord>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Table.Rows
            .SelectMany(row => row.Value.Split(' ').Select(word => (Word: word, Language: Array.IndexOf(Languages, row.Key))))
            .GroupBy(pair => pair.Word, pair => pair.Language, StringComparer.Ordinal)
            .Select((word, number) => (word.Key, Value: new FunctionWord(number, [.. word.Distinct()])))
            .ToFrozenDictionary(word => word.Key, word => word.Value, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of words.</summary>
    public static int Count => BySpan.Dictionary.Count;

    /// <summary>Length of the longest word.</summary>
    public static int MaxLength { get; } = BySpan.Dictionary.Keys.Max(word => word.Length);

    /// <summary>Languages in which a word is a function word; empty for other words.</summary>
    /// <param name="word">In lower case.</param>
    public static IReadOnlyList<string> LanguagesOf(string word) => [.. (Find(word)?.Languages ?? []).Select(i => Languages[i])];

    /// <summary>Null for other words.</summary>
    /// <param name="word">In lower case.</param>
    public static FunctionWord? Find(ReadOnlySpan<char> word) => BySpan.TryGetValue(word, out var found) ? found : null;
}

/// <param name="Number">From 0, less than <see cref="FunctionWords.Count"/>.</param>
/// <param name="Languages">Indexes into <see cref="FunctionWords.Languages"/>.</param>
internal sealed record FunctionWord(int Number, int[] Languages);
