namespace NewsIndex.Ranking;

/// <summary>Score additions of rescoring; each 0 or more.</summary>
/// <param name="Pairs">Term dependence.</param>
/// <param name="Meaning">Embedding similarity.</param>
/// <param name="Related">Related words.</param>
internal readonly record struct AddedScores(float Pairs, float Meaning, float Related)
{
    public float Sum => Pairs + Meaning + Related;
}
