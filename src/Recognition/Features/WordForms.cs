namespace Recognition.Features;

/// <summary>The words met so far. Not for two threads at once.</summary>
internal sealed class WordForms(WordClusters clusters, Gazetteer names)
{
    /// <summary>Words kept: an archive has millions, most of them once.</summary>
    private const int Kept = 40_000;

    private readonly Dictionary<string, WordForm> forms = new(StringComparer.Ordinal);

    public WordForm Of(string word)
    {
        if (forms.TryGetValue(word, out var form))
            return form;
        if (forms.Count >= Kept)
            forms.Clear();
        return forms[word] = new WordForm(word, clusters, names);
    }
}
