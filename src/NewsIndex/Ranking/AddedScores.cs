namespace NewsIndex.Ranking;

/// <summary>The additions of a rescoring to one score; each 0 or more.</summary>
/// <param name="Pairs">For words side by side.</param>
/// <param name="Meaning">For the cosine between the embeddings.</param>
/// <param name="Related">For related words.</param>
internal readonly record struct AddedScores(float Pairs, float Meaning, float Related)
{
    public float Sum => Pairs + Meaning + Related;
}
