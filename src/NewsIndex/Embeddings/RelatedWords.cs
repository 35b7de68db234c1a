using System.Collections.Concurrent;

namespace NewsIndex.Embeddings;

/// <summary>Nearest neighbours of a word by cosine, among the words that are a single piece of <see cref="WordVectors"/>.</summary>
public static class RelatedWords
{
    /// <summary>The most neighbours of a word.</summary>
    private const int MaxWords = 10;

    /// <summary>The lowest cosine; below it, words share a topic rather than a meaning.</summary>
    private const float MinCosine = 0.4f;

    private const int MinWordLength = 3;

    /// <summary>The most words whose neighbours are cached.</summary>
    private const int MaxCached = 20_000;

    private static readonly ConcurrentDictionary<string, IReadOnlyList<(string, float)>> Known = new(StringComparer.Ordinal);
    private static readonly Lazy<(string[] Words, sbyte[] Rows)> Vocabulary = new(ReadVocabulary);

    /// <param name="word">In any case.</param>
    /// <returns>Nearest first, each with its cosine; none for a word of several pieces.</returns>
    public static IReadOnlyList<(string Word, float Cosine)> Of(string word)
    {
        var plain = word.ToLowerInvariant();
        if (Known.TryGetValue(plain, out var known))
            return known;
        if (Known.Count >= MaxCached)
            Known.Clear();
        return Known[plain] = Nearest(plain);
    }

    private static List<(string, float)> Nearest(string word)
    {
        var (words, rows) = Vocabulary.Value;
        var own = Array.BinarySearch(words, word, StringComparer.Ordinal);
        if (own < 0)
            return [];
        var row = rows.AsSpan(own * WordVectors.Dimensions, WordVectors.Dimensions);
        var near = new List<(string Word, float Cosine)>();
        for (var i = 0; i < words.Length; i++)
        {
            var cosine = ByteVectors.Cosine(row, rows.AsSpan(i * WordVectors.Dimensions, WordVectors.Dimensions));
            if (cosine >= MinCosine && i != own)
                near.Add((words[i], cosine));
        }

        return [.. near.OrderByDescending(each => each.Cosine).ThenBy(each => each.Word, StringComparer.Ordinal).Take(MaxWords)];
    }

    /// <summary>Whole words in order, with their unscaled vectors: a scale does not change the direction.</summary>
    private static (string[] Words, sbyte[] Rows) ReadVocabulary()
    {
        var words = WordVectors.WholeWords()
            .Where(word => word.Word.Length >= MinWordLength && word.Word.All(char.IsLetter))
            .OrderBy(word => word.Word, StringComparer.Ordinal)
            .ToList();
        return ([.. words.Select(word => word.Word)], [.. words.SelectMany(word => word.Row.ToArray())]);
    }
}
