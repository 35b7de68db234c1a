using Recognition.Tagging;

namespace Recognition;

/// <summary>The taggers that ship.</summary>
internal static class Taggers
{
    private static string Models => Path.Combine(AppContext.BaseDirectory, "Models");

    /// <param name="recogniser"><c>fast</c> or <c>accurate</c>.</param>
    /// <param name="model">The file of another model; null for the one that ships.</param>
    public static ITagger Open(string recogniser, string? model = null) =>
        new PerceptronTagger(PerceptronModel.Read(model ?? Path.Combine(Models, "english-fast.model")));
}
