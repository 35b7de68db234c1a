namespace NewsIndex.Ranking;

/// <summary>Score additions of rescoring; each 0 or more.</summary>
/// <param name="Meaning">Embedding similarity to the query.</param>
/// <param name="Topic">Embedding similarity to the first hits.</param>
/// <param name="Headline">Query words in the headline.</param>
/// <param name="Phrase">Query words that stand together as typed.</param>
/// <param name="TypedForm">Query words in the typed form.</param>
internal readonly record struct AddedScores(float Meaning, float Topic, float Headline, float Phrase, float TypedForm)
{
    public float Sum => Meaning + Topic + Headline + Phrase + TypedForm;

    /// <summary>Returns the new score of a hit.</summary>
    public float AddedTo(in WindowHit hit) => hit.Score + (Sum * hit.AgeWeight);
}
