namespace NewsIndex.Ranking;

/// <summary>Weights of the rescoring stage.</summary>
/// <param name="Meaning">See <see cref="RankingOptions.MeaningWeight"/>.</param>
/// <param name="Passages">See <see cref="RankingOptions.PassageWeight"/>.</param>
/// <param name="Pairs">See <see cref="RankingOptions.PairWeight"/>.</param>
/// <param name="Related">See <see cref="RankingOptions.RelatedWeight"/>.</param>
internal sealed record RescoringWeights(OkapiBm25 Bm25, float Meaning, float Passages, float Pairs, float Related)
{
    public static RescoringWeights Of(RankingOptions options) => new(new OkapiBm25(options.Bm25K1, options.Bm25B), options.MeaningWeight,
        options.PassageWeight, options.PairWeight, options.RelatedWeight);
}
