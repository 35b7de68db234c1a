using NewsIndex.Embeddings;

namespace NewsIndex.Ranking;

/// <summary>
/// The embedding of a query and its weight: nothing for one or two words, names and phrases, which mean themselves.
/// </summary>
/// <param name="Share">The part of the full weight that applies: more than 0, up to 1.</param>
/// <param name="Weight">The factor of a cosine; more than 0.</param>
/// <param name="Words">The words that are not stop words, each once, in lower case.</param>
internal sealed record QueryMeaning(float[] Vector, float Share, float Weight, IReadOnlyList<string> Words)
{
    /// <summary>Queries of so many different words or fewer have no topic.</summary>
    private const int MaxWordsWithout = 2;

    /// <summary>With so many more, the whole weight counts.</summary>
    private const int Ramp = 3;

    /// <summary>Whoever types a sentence or more looks for its words: they tell one article from another of the same topic.</summary>
    private const int MinWordsOfSentence = 20;

    /// <summary>With so many fewer, the whole weight counts.</summary>
    private const int RampDown = 8;

    /// <summary>Null when the embedding has no weight.</summary>
    /// <param name="fullWeight">See <see cref="RescoringWeights.Meaning"/>.</param>
    public static QueryMeaning? Of(ScoringWords words, float fullWeight, Func<string, bool> isStopWord)
    {
        List<string> different =
            [.. words.All.Where(word => !isStopWord(word)).Select(word => word.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        var share = Math.Clamp(
            Math.Min((different.Count - MaxWordsWithout) / (float)Ramp, (MinWordsOfSentence - different.Count) / (float)RampDown), 0, 1);
        return share * fullWeight <= 0
            ? null
            : new QueryMeaning(WordVectors.Of(string.Join(' ', words.All.Concat(words.Phrases))), share, share * fullWeight, different);
    }
}
