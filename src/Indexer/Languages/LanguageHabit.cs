namespace Indexer.Languages;

/// <summary>The language that nearly all clear texts of one archive are written in.</summary>
internal sealed class LanguageHabit
{
    /// <summary>Fewer texts are no habit.</summary>
    private const int FewestTexts = 20;
    private const double NearlyAll = 0.95;

    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private int all;

    /// <summary>Null where there is none (yet).</summary>
    public string? Language { get; private set; }

    public void Count(string language)
    {
        all++;
        texts[language] = texts.GetValueOrDefault(language) + 1;
        if (all < FewestTexts)
            return;
        var (most, count) = texts.MaxBy(pair => pair.Value);
        Language = count >= NearlyAll * all ? most : null;
    }
}
