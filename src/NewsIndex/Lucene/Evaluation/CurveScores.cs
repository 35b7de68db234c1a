using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Scores of a word that only articles of one language have.</summary>
/// <param name="lengths">By document; null for fields without lengths.</param>
/// <param name="bounds">Null where the word has none.</param>
internal sealed class CurveScores(Bm25Curve curve, float[]? lengths, TermBounds? bounds) : TermScores
{
    /// <summary>Bounds are computed in another order than scores, and could be less by their rounding.</summary>
    private const float Rounding = 1.00001f;

    /// <summary>As <see cref="Rounding"/>, for bounds that are summed in single precision.</summary>
    private const float PeakRounding = 1.0002f;

    public override float MaxScore => bounds is null ? curve.Weight * Rounding : LimitOf(bounds.Max);

    public override bool IsOfOneLanguage => true;

    // Far from what single precision rounds to 0.
    public override bool ScoresEachMatch => curve.Weight > 1e-20f;

    public override TermBounds? Bounds => bounds;

    public override float LimitOf(float factor) => Math.Min(1, factor * bounds!.StretchFor(curve)) * curve.Weight * Rounding;

    // A peak is not limited to a factor of 1: what it is multiplied by would then be too little.
    public override float PeakScore => bounds is null
        ? float.PositiveInfinity
        : bounds.PeakUnit * bounds.StretchFor(curve) * curve.Weight * PeakRounding;

    public override float Of(int doc, int freq) =>
        lengths is null ? curve.ScoreWithoutLength(freq) : curve.Score(freq, lengths[doc]);

    public override void Of(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<float> scores) =>
        curve.Score(docs, freqs, lengths, scores);
}
