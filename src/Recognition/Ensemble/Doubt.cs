using Recognition.Perceptron;

namespace Recognition.Ensemble;

/// <summary>Words of a sentence in which a name is in doubt, with a little of what stands around it.</summary>
/// <param name="Sentence">Its number in the document.</param>
/// <param name="Start">The first word.</param>
/// <param name="End">After the last word.</param>
internal readonly record struct Doubt(int Sentence, int Start, int End)
{
    /// <summary>
    /// Words on each side. The network reads only these, and is right as often as with whole sentences (tests/Evaluation/results/entities.md):
    /// what the sentence tells as a whole is in the other's scores.
    /// </summary>
    private const int Around = 3;

    /// <param name="margin">Words decided by less are in doubt, in <see cref="PerceptronModel.Unit"/>.</param>
    public static List<Doubt> In(ScoredSentence[] sentences, int margin)
    {
        var doubts = new List<Doubt>();
        for (var i = 0; i < sentences.Length; i++)
        {
            var margins = sentences[i].Margins;
            for (var word = 0; word < margins.Length; word++)
            {
                if (margins[word] < margin)
                    Add(doubts, new Doubt(i, Math.Max(0, word - Around), Math.Min(margins.Length, word + Around + 1)));
            }
        }

        return doubts;
    }

    /// <summary>Joins those with hardly a gap between them.</summary>
    private static void Add(List<Doubt> doubts, Doubt next)
    {
        if (doubts.Count > 0 && doubts[^1] is var last && last.Sentence == next.Sentence && next.Start <= last.End + Around)
            doubts[^1] = last with { End = next.End };
        else
            doubts.Add(next);
    }
}
