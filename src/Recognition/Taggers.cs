using Recognition.Ensemble;
using Recognition.Perceptron;
using Recognition.Rules;
using Recognition.Tagging;
using Recognition.Transformer;

namespace Recognition;

/// <summary>The taggers that ship.</summary>
internal static class Taggers
{
    private static string Models => Path.Combine(AppContext.BaseDirectory, "Models");

    /// <param name="recogniser"><c>fast</c>; <c>balanced</c> or <c>accurate</c>, which ask the network about an eighth or a quarter of the words; <c>network</c>, the network alone, which is for measuring.</param>
    /// <param name="model">The file of another model, the network's but for <c>fast</c>; null for the one that ships.</param>
    /// <exception cref="InvalidDataException">The file is not such a model.</exception>
    /// <remarks>Of the rules for documents, bounds come first, since the others go by whole names; surnames last, since they go by all that is known to be something else.</remarks>
    public static ITagger Open(string recogniser, string? model = null) =>
        new CarriedSurnames(
            new TitledPersons(
            new DescribedPlaces(new DatelinePlaces(new FirmNames(new Scorecards(new PersonBounds(Weighted(recogniser, model))))))));

    private static ITagger Weighted(string recogniser, string? model) => recogniser switch
    {
        "fast" => Fast(model),
        "accurate" => new JointTagger(Fast(), Network(model), JointTagger.Wide),
        "balanced" => new JointTagger(Fast(), Network(model), JointTagger.Narrow),
        "network" => Network(model),
        _ => throw new ArgumentOutOfRangeException(nameof(recogniser), recogniser, "fast, balanced, accurate or network"),
    };

    private static PerceptronTagger Fast(string? model = null) => new(PerceptronModel.Read(model ?? Path.Combine(Models, "english-fast.model")));

    private static TransformerTagger Network(string? model) => new(model ?? Path.Combine(Models, "recogniser-3layer.onnx"), Path.Combine(Models, "vocab.txt"));
}
