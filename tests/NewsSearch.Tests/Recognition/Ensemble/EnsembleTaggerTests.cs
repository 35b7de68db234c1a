using NewsSearch.Tests.Recognition.Perceptron;
using Recognition.Ensemble;
using Recognition.Perceptron;
using Recognition.Transformer;

namespace NewsSearch.Tests.Recognition.Ensemble;

public sealed class EnsembleTaggerTests
{
    private static readonly string[][] Sentences = [["Officials", "met", "in", "Paris", "on", "Monday", "."], ["nothing", "happened", "."]];

    [Fact]
    public void Gives_the_perceptrons_tags_where_nothing_is_uncertain()
    {
        using var tagger = Tagger(minMargin: int.MinValue);
        Assert.Equal([[4, 0, 0, 0, 0, 0, 0], [0, 0, 0]], tagger.Tag(Sentences));
    }

    [Fact]
    public void Adds_the_transformers_opinion_where_the_perceptron_is_uncertain()
    {
        // The perceptron knows one word, and that wrongly, by a small margin.
        using var tagger = Tagger(minMargin: 25_000);
        Assert.Equal([[0, 0, 0, 12, 0, 0, 0], [0, 0, 0]], tagger.Tag(Sentences));
    }

    [Fact]
    public void Is_identified_by_its_margin_and_both_models()
    {
        using var tagger = Tagger(minMargin: 8_000);
        Assert.Matches("^joint 8000 fast [0-9a-f]{12} network [0-9a-f]{12}$", tagger.Identity);
    }

    private static EnsembleTagger Tagger(int minMargin) => new(
        new PerceptronTagger(new TinyModel().SetWord("Officials", 4, 10).Read()),
        new TransformerTagger(Model("recogniser-3layer.onnx"), Model("vocab.txt")),
        minMargin);

    private static string Model(string file) => Path.Combine(AppContext.BaseDirectory, "Models", file);
}
