using NewsIndex.Embeddings;

namespace NewsIndex.Ranking;

/// <summary>
/// Embedding of a query with its weight. One or two words, names and phrases are searched literally and have no embedding.
/// </summary>
/// <param name="Share">Factor of the full weight for the number of words; above 0, up to 1.</param>
/// <param name="Weight">Full weight × <paramref name="Share"/>; above 0.</param>
/// <param name="Words">Distinct words without stop words, in lower case.</param>
internal sealed record QueryEmbedding(float[] Vector, float Share, float Weight, IReadOnlyList<string> Words)
{
    /// <summary>Queries with up to this many distinct words have weight 0.</summary>
    private const int MaxWordsWithout = 2;

    /// <summary>Number of further words over which the weight rises to its full value.</summary>
    private const int RampUp = 3;

    /// <summary>Queries with at least this many distinct words have weight 0: a sentence is searched for literally.</summary>
    private const int MinWordsOfSentence = 20;

    /// <summary>Number of words below that minimum over which the weight falls from its full value.</summary>
    private const int RampDown = 8;

    /// <summary>Creates the embedding; null when its weight is 0.</summary>
    /// <param name="fullWeight">See <see cref="RescoringWeights.Meaning"/>.</param>
    public static QueryEmbedding? Of(ScoringWords words, float fullWeight, Func<string, bool> isStopWord)
    {
        List<string> different =
            [.. words.All.Where(word => !isStopWord(word)).Select(word => word.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        var share = Math.Clamp(
            Math.Min((different.Count - MaxWordsWithout) / (float)RampUp, (MinWordsOfSentence - different.Count) / (float)RampDown), 0, 1);
        return share * fullWeight <= 0
            ? null
            : new QueryEmbedding(WordVectors.Of(string.Join(' ', words.All.Concat(words.Phrases))), share, share * fullWeight, different);
    }
}
