using System.Collections.Concurrent;
using Recognition.Tagging;

namespace Recognition.Perceptron;

/// <summary>
/// The fast tagger: an averaged structured perceptron in two passes over a document, the second of which sees the tags of the first.
/// Scores are sums of whole numbers, so every processor gives the same tags.
/// </summary>
internal sealed class PerceptronTagger(PerceptronModel model) : ITagger
{
    private readonly ConcurrentBag<PerceptronWorkspace> idle = [];

    public string Identity => $"fast {model.Identity}";

    public byte[][] Tag(IReadOnlyList<string[]> sentences) => With(workspace => workspace.Tag(sentences));

    /// <summary>Tags a document and returns the scores of the second pass with the tags.</summary>
    public ScoredSentence[] Score(IReadOnlyList<string[]> sentences) => With(workspace => workspace.Score(sentences));

    /// <summary>Decodes a sentence again, after its scores have changed, and overwrites its tags.</summary>
    public void Decode(ScoredSentence sentence, TagLattice<int> lattice) =>
        lattice.Decode(sentence.Scores, model.Transitions[1], sentence.Tags);

    public void Dispose()
    {
    }

    /// <summary>Lends a workspace, which is too large to allocate for each document.</summary>
    private T With<T>(Func<PerceptronWorkspace, T> use)
    {
        if (!idle.TryTake(out var workspace))
            workspace = new PerceptronWorkspace(model);
        var result = use(workspace);
        idle.Add(workspace);
        return result;
    }
}
