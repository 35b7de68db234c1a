using Lucene.Net.Index;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Non-lexical parts of the first-stage score. Both are bounded: recency only reduces a score, and typed forms know their maximum.
/// </summary>
/// <param name="Recency">Null when the recency boost is off.</param>
/// <param name="Typed">Null when no typed form can score.</param>
internal sealed record RankingParts(RecencyColumn? Recency, TypedForms? Typed)
{
    public static RankingParts None { get; } = new(null, null);

    public void Enter(AtomicReader segment)
    {
        Recency?.Enter(segment);
        Typed?.Enter(segment);
    }

    /// <summary>Returns the score without typed forms.</summary>
    public float Score(int doc, float words) => words * (Recency?.Of(doc) ?? 1);

    /// <summary>Returns the addition of typed forms.</summary>
    public float OfTyped(int doc) => (Typed?.Of(doc) ?? 0) * (Recency?.Of(doc) ?? 1);
}
