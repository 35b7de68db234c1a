using Recognition.Perceptron;

namespace Recognition.Ensemble;

/// <summary>Selects the tokens about which the perceptron is uncertain, with some context.</summary>
internal static class UncertaintyFilter
{
    /// <summary>
    /// Tokens of context on each side. More does not help (tests/Evaluation/results/entities.md): what the sentence says as a whole is in
    /// the perceptron's scores already.
    /// </summary>
    private const int ContextTokens = 3;

    /// <summary>
    /// Returns the uncertain spans of a document in order. Spans of a sentence with at most three tokens between them are joined.
    /// </summary>
    /// <param name="minMargin">Tokens with a smaller margin are uncertain; in the unit of <see cref="ScoredSentence.Margins"/>.</param>
    public static List<UncertainSpan> Select(ScoredSentence[] sentences, int minMargin)
    {
        var spans = new List<UncertainSpan>();
        for (var i = 0; i < sentences.Length; i++)
        {
            var margins = sentences[i].Margins;
            for (var token = 0; token < margins.Length; token++)
            {
                if (margins[token] >= minMargin)
                    continue;
                var (start, end) = (Math.Max(0, token - ContextTokens), Math.Min(margins.Length, token + ContextTokens + 1));
                Add(spans, new UncertainSpan(i, start, end));
            }
        }

        return spans;
    }

    private static void Add(List<UncertainSpan> spans, UncertainSpan next)
    {
        if (spans.Count > 0 && spans[^1] is var last && last.Sentence == next.Sentence && next.Start <= last.End + ContextTokens)
            spans[^1] = last with { End = next.End };
        else
            spans.Add(next);
    }
}
