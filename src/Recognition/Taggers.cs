using Recognition.Ensemble;
using Recognition.Perceptron;
using Recognition.Rules;
using Recognition.Tagging;
using Recognition.Transformer;

namespace Recognition;

/// <summary>Opens the taggers that ship.</summary>
internal static class Taggers
{
    private static string Models => Path.Combine(AppContext.BaseDirectory, "Models");

    /// <summary>Opens a tagger with the document rules on top.</summary>
    /// <param name="recogniser">
    /// <c>fast</c>: the perceptron. <c>balanced</c> and <c>accurate</c>: the transformer reads an eighth or a quarter of the words as well.
    /// <c>network</c>: the transformer alone, for evaluation.
    /// </param>
    /// <param name="model">
    /// Path of another model: a perceptron for <c>fast</c>, a network in ONNX format for the others. Null for the one that ships.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">No recogniser has this name.</exception>
    /// <exception cref="InvalidDataException">The file is not a model of this kind.</exception>
    public static ITagger Open(string recogniser, string? model = null) =>
        new RuleTagger(OpenWithoutRules(recogniser, model), DocumentRules.All);

    private static ITagger OpenWithoutRules(string recogniser, string? model) => recogniser switch
    {
        "fast" => OpenPerceptron(model),
        "accurate" => new EnsembleTagger(OpenPerceptron(null), OpenTransformer(model), EnsembleTagger.AccurateMargin),
        "balanced" => new EnsembleTagger(OpenPerceptron(null), OpenTransformer(model), EnsembleTagger.BalancedMargin),
        "network" => OpenTransformer(model),
        _ => throw new ArgumentOutOfRangeException(
            nameof(recogniser), recogniser, "The recogniser is invalid; expected fast, balanced, accurate or network."),
    };

    private static PerceptronTagger OpenPerceptron(string? model) =>
        new(PerceptronModel.Read(model ?? Path.Combine(Models, "english-fast.model")));

    private static TransformerTagger OpenTransformer(string? model) =>
        new(model ?? Path.Combine(Models, "recogniser-3layer.onnx"), Path.Combine(Models, "vocab.txt"));
}
