using Recognition.Transformer;

namespace NewsSearch.Tests.Recognition.Transformer;

public sealed class TransformerTaggerTests : IDisposable
{
    private readonly TransformerTagger tagger = new(Model("recogniser-3layer.onnx"), Model("vocab.txt"));

    public void Dispose() => tagger.Dispose();

    [Fact]
    public void Gives_log_probabilities_that_sum_to_one()
    {
        string[][] sentences = [["President", "Trump", "met", "Kim", "in", "Singapore", "."], ["Trump"]];
        var logProbabilities = tagger.LogProbabilities(sentences);
        Assert.Equal([7 * BioScheme.Count, BioScheme.Count], logProbabilities.Select(each => each.Length));
        Assert.All(logProbabilities.SelectMany(each => each), each => Assert.InRange(each, -20, 0));
        Assert.All(logProbabilities.SelectMany(each => each.Chunk(BioScheme.Count)), token => Assert.Equal(1, token.Sum(MathF.Exp), 0.001));
    }

    [Fact]
    public void Finds_no_name_after_the_truncation_of_a_long_sentence()
    {
        var words = Enumerable.Repeat("Paris", 200).ToArray();
        var tokens = tagger.LogProbabilities([words])[0].Chunk(BioScheme.Count).ToArray();
        Assert.Equal(200, tokens.Length);
        Assert.NotEqual([0, -20, -20, -20, -20, -20, -20], tokens[125]);
        Assert.All(tokens[126..], token => Assert.Equal([0, -20, -20, -20, -20, -20, -20], token));
    }

    [Fact]
    public void Gives_the_same_to_sentences_in_separate_runs_as_to_documents_of_their_own()
    {
        // Each fills a run, so that none sees the other.
        string[] first = [.. Enumerable.Repeat("Paris", 126)];
        string[] second = [.. Enumerable.Repeat("London", 126)];
        var together = tagger.LogProbabilities([first, second]);
        Assert.Equal(tagger.LogProbabilities([first])[0], together[0]);
        Assert.Equal(tagger.LogProbabilities([second])[0], together[1]);
    }

    [Fact]
    public void Tags_nothing_in_an_empty_document() => Assert.Empty(tagger.Tag([]));

    private static string Model(string file) => Path.Combine(AppContext.BaseDirectory, "Models", file);
}
