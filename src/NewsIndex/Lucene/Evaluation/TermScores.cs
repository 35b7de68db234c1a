using NewsIndex.Lucene.Scoring;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Scores of a word in the articles of a segment, to the bit those of <see cref="Bm25"/>.</summary>
internal abstract class TermScores
{
    /// <summary>No less than any score; infinite where no bound is known.</summary>
    public abstract float MaxScore { get; }

    /// <summary>True where only articles of one language have the word.</summary>
    public abstract bool IsOfOneLanguage { get; }

    /// <summary>True where each article with the word has a score above 0.</summary>
    public abstract bool ScoresEachMatch { get; }

    /// <summary>Null where the word has no bounds.</summary>
    public virtual TermBounds? Bounds => null;

    /// <summary>Scores the limit of a factor of <see cref="TermBounds"/>: no less than any score with that factor.</summary>
    public virtual float LimitOf(float factor) => float.PositiveInfinity;

    /// <summary>
    /// The score of a peak of 1 of <see cref="TermBounds.Peaks"/>: times a peak, it is no less than any score of its documents. Infinite
    /// where the word has no bounds.
    /// </summary>
    public virtual float PeakScore => float.PositiveInfinity;

    public abstract float Of(int doc, int freq);

    /// <param name="scores">At least as long as the documents.</param>
    public abstract void Of(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<float> scores);
}
