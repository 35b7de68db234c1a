using NewsIndex.Engines;

namespace NewsIndex.Ranking;

/// <summary>Weights of the rescoring stage.</summary>
/// <param name="Meaning">See <see cref="NewsIndexOptions.MeaningWeight"/>.</param>
/// <param name="Passages">See <see cref="NewsIndexOptions.PassageWeight"/>.</param>
/// <param name="Pairs">See <see cref="NewsIndexOptions.PairWeight"/>.</param>
/// <param name="Related">See <see cref="NewsIndexOptions.RelatedWeight"/>.</param>
internal sealed record RescoringWeights(OkapiBm25 Bm25, float Meaning, float Passages, float Pairs, float Related)
{
    public static RescoringWeights Of(NewsIndexOptions options) => new(new OkapiBm25(options.Bm25K1, options.Bm25B), options.MeaningWeight,
        options.PassageWeight, options.PairWeight, options.RelatedWeight);
}
