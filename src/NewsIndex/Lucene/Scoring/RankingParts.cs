using Lucene.Net.Index;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// The parts of a score beside the words of the query while hits are collected. Each has a bound: age only takes away, and typed forms say
/// how much they can add.
/// </summary>
/// <param name="Recency">Null when age does not count.</param>
/// <param name="Typed">Null when the forms of words do not.</param>
internal sealed record RankingParts(RecencyColumn? Recency, TypedForms? Typed)
{
    public static RankingParts None { get; } = new(null, null);

    public void Enter(AtomicReader segment)
    {
        Recency?.Enter(segment);
        Typed?.Enter(segment);
    }

    /// <summary>The score without typed forms.</summary>
    public float Score(int doc, float words) => words * (Recency?.Of(doc) ?? 1);

    /// <summary>The addition of typed forms.</summary>
    public float OfTyped(int doc) => (Typed?.Of(doc) ?? 0) * (Recency?.Of(doc) ?? 1);
}
