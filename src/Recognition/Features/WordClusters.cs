namespace Recognition.Features;

/// <summary>Clusters of words with similar use. A word belongs to one of 1,024 fine clusters and to one of 64 coarse ones.</summary>
/// <param name="clusters">By word, coarse cluster × 65,536 + fine cluster, both counted from 1.</param>
internal sealed class WordClusters(IReadOnlyDictionary<string, int> clusters)
{
    public static WordClusters Empty { get; } = new(new Dictionary<string, int>());

    /// <summary>Returns the clusters of a word as written or, failing that, in lower case; 0 and 0 for an unknown word.</summary>
    public (int Coarse, int Fine) Of(string word, string lower) =>
        clusters.TryGetValue(word, out var both) || clusters.TryGetValue(lower, out both) ? (both >> 16, both & 0xFFFF) : (0, 0);
}
