using Lucene.Net.Index;

namespace NewsIndex.Lucene;

/// <summary>What a score has besides the words of the query.</summary>
/// <param name="Nearness">Null when meaning has no say.</param>
/// <param name="Recency">Null when age has none.</param>
internal sealed record RankingParts(Nearness? Nearness, RecencyColumn? Recency)
{
    public static RankingParts None { get; } = new(null, null);

    public void Enter(AtomicReader segment)
    {
        Nearness?.Enter(segment);
        Recency?.Enter(segment);
    }

    public float Score(int doc, float words) => (words + (Nearness?.Of(doc, words) ?? 0)) * (Recency?.Of(doc) ?? 1);
}
