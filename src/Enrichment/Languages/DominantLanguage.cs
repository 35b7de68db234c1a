namespace Enrichment.Languages;

/// <summary>The language of at least 95% of the texts of an archive whose language is clear.</summary>
internal sealed class DominantLanguage
{
    /// <summary>Minimum number of texts.</summary>
    private const int MinTexts = 20;
    private const double MinShare = 0.95;

    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private int all;

    /// <summary>Null if no language dominates, or if there are fewer than 20 texts so far.</summary>
    public string? Language { get; private set; }

    /// <summary>Adds a text in a language.</summary>
    public void Count(string language)
    {
        all++;
        texts[language] = texts.GetValueOrDefault(language) + 1;
        if (all < MinTexts)
            return;
        var (most, count) = texts.MaxBy(pair => pair.Value);
        Language = count >= MinShare * all ? most : null;
    }
}
