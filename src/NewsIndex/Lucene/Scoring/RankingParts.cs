using Lucene.Net.Index;

namespace NewsIndex.Lucene.Scoring;

/// <summary>What a score has besides the words of the query.</summary>
/// <param name="Nearness">Null when meaning has no say.</param>
/// <param name="Recency">Null when age has none.</param>
/// <param name="Typed">Null when the forms of words have none.</param>
internal sealed record RankingParts(Nearness? Nearness, RecencyColumn? Recency, TypedForms? Typed = null)
{
    public static RankingParts None { get; } = new(null, null);

    public void Enter(AtomicReader segment)
    {
        Nearness?.Enter(segment);
        Recency?.Enter(segment);
        Typed?.Enter(segment);
    }

    /// <summary>Without what the forms of words add.</summary>
    public float Score(int doc, float words) => (words + (Nearness?.Of(doc, words) ?? 0)) * (Recency?.Of(doc) ?? 1);

    /// <summary>What the forms of words add to the score.</summary>
    public float OfTyped(int doc) => (Typed?.Of(doc) ?? 0) * (Recency?.Of(doc) ?? 1);
}
