using Recognition.Perceptron;
using Recognition.Tagging;
using Recognition.Transformer;

namespace Recognition.Ensemble;

/// <summary>
/// The balanced and the accurate tagger: the transformer reads what the perceptron is uncertain about, its log-probabilities are added to
/// the perceptron's scores, and the sums are decoded. The two err on different tokens, so the sum is better than either. Owns both.
/// </summary>
/// <param name="minMargin">See <see cref="UncertaintyFilter.Select"/>. A larger margin lets the transformer read more.</param>
internal sealed class EnsembleTagger(PerceptronTagger perceptron, TransformerTagger transformer, int minMargin) : ITagger
{
    /// <summary>The margin of <c>accurate</c>: the transformer reads a quarter of English news, which is as good as reading all.</summary>
    public const int AccurateMargin = 25_000;

    /// <summary>The margin of <c>balanced</c>: the transformer reads an eighth of English news.</summary>
    public const int BalancedMargin = 8_000;

    /// <summary>
    /// The score of one nat of log-probability, on <see cref="PerceptronModel.ScoreScale"/>; 12,000 to 30,000 are about as good.
    /// </summary>
    private const int ScorePerNat = 20_000;

    public string Identity => $"joint {minMargin} {perceptron.Identity} {transformer.Identity}";

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        var scored = perceptron.Score(sentences);
        var spans = UncertaintyFilter.Select(scored, minMargin);
        if (spans.Count > 0)
            Rescore(sentences, scored, spans);
        return Array.ConvertAll(scored, sentence => sentence.Tags);
    }

    public void Dispose()
    {
        perceptron.Dispose();
        transformer.Dispose();
    }

    private void Rescore(IReadOnlyList<string[]> sentences, ScoredSentence[] scored, List<UncertainSpan> spans)
    {
        var logProbabilities = transformer.LogProbabilities(spans.ConvertAll(span => sentences[span.Sentence][span.Start..span.End]));
        foreach (var (span, ofSpan) in spans.Zip(logProbabilities))
            Add(ofSpan, scored[span.Sentence].Scores.AsSpan(span.Start * TagScores.Stride));
        var lattice = new TagLattice<int>();
        foreach (var sentence in spans.Select(span => span.Sentence).Distinct())
            perceptron.Decode(scored[sentence], lattice);
    }

    private static void Add(float[] logProbabilities, Span<int> scores)
    {
        for (var token = 0; token * BioScheme.Count < logProbabilities.Length; token++)
        {
            var ofToken = logProbabilities.AsSpan(token * BioScheme.Count, BioScheme.Count);
            for (var tag = 0; tag < TagScheme.Count; tag++)
                scores[(token * TagScores.Stride) + tag] += (int)(ScorePerNat * ofToken[BioScheme.Of(tag)]);
        }
    }
}
