namespace Recognition.Features;

/// <summary>Words of like use: each is in one of 1,024 fine clusters and in one of 64 coarse ones.</summary>
/// <param name="clusters">By word, the coarse cluster times 65,536 and the fine one, each from 1.</param>
internal sealed class WordClusters(IReadOnlyDictionary<string, int> clusters)
{
    public static WordClusters None { get; } = new(new Dictionary<string, int>());

    /// <summary>0 and 0 for an unknown word.</summary>
    public (int Coarse, int Fine) Of(string word, string lower) =>
        clusters.TryGetValue(word, out var both) || clusters.TryGetValue(lower, out both) ? (both >> 16, both & 0xFFFF) : (0, 0);
}
