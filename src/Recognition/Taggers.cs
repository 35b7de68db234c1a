using Recognition.Tagging;
using Recognition.Transformer;

namespace Recognition;

/// <summary>The taggers that ship.</summary>
internal static class Taggers
{
    private static string Models => Path.Combine(AppContext.BaseDirectory, "Models");

    /// <param name="model">The file of another model; null for the one that ships.</param>
    /// <exception cref="InvalidDataException">The file is not such a model.</exception>
    public static ITagger Open(string recogniser, string? model = null) => new DatelinePlaces(new FirmNames(Weighted(recogniser, model)));

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
