using Recognition.Transformer;

namespace Recognition.Tagging;

/// <summary>The middle way: the fast tagger, and the accurate one for those sentences that it is unsure of.</summary>
internal sealed class SecondOpinionTagger(PerceptronTagger fast, TransformerTagger accurate) : ITagger
{
    /// <summary>
    /// Sentences with a word decided by less are asked again, in <see cref="PerceptronModel.Unit"/>: about one in three. Chosen on the
    /// development sets of tests/Evaluation/results/entities.md, on which 200 to 10,000 differ little.
    /// </summary>
    private const int Margin = 2000;

    public string Identity => $"balanced {fast.Identity} {accurate.Identity}";

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        var (tags, margins) = fast.TagWithMargins(sentences);
        var unsure = Enumerable.Range(0, tags.Length).Where(i => margins[i] < Margin).ToList();
        if (unsure.Count == 0)
            return tags;
        var again = accurate.Tag(unsure.ConvertAll(i => sentences[i]));
        for (var i = 0; i < unsure.Count; i++)
            tags[unsure[i]] = again[i];
        return tags;
    }

    public void Dispose()
    {
        fast.Dispose();
        accurate.Dispose();
    }
}
