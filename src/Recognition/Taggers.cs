using Recognition.Tagging;
using Recognition.Transformer;

namespace Recognition;

/// <summary>The taggers that ship.</summary>
internal static class Taggers
{
    private static string Models => Path.Combine(AppContext.BaseDirectory, "Models");

    /// <param name="model">The file of another model; null for the one that ships.</param>
    /// <exception cref="InvalidDataException">The file is not such a model.</exception>
    /// <remarks>Of the rules for documents, bounds come first, since the others go by whole names; surnames last, since they go by all that is known to be something else.</remarks>
    public static ITagger Open(string recogniser, string? model = null) =>
        new CarriedSurnames(new DescribedPlaces(new DatelinePlaces(new FirmNames(new Scorecards(new PersonBounds(Weighted(recogniser, model)))))));

    private static ITagger Weighted(string recogniser, string? model) => recogniser switch
    {
        "fast" => new PerceptronTagger(PerceptronModel.Read(model ?? Path.Combine(Models, "english-fast.model"))),
        "accurate" => new TransformerTagger(model ?? Path.Combine(Models, "recogniser-3layer.onnx"), Path.Combine(Models, "vocab.txt")),
        "balanced" => new SecondOpinionTagger(
            new PerceptronTagger(PerceptronModel.Read(Path.Combine(Models, "english-fast.model"))),
            new TransformerTagger(model ?? Path.Combine(Models, "recogniser-3layer.onnx"), Path.Combine(Models, "vocab.txt"))),
        _ => throw new ArgumentOutOfRangeException(nameof(recogniser), recogniser, "fast, balanced or accurate"),
    };
}
