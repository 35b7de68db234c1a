namespace Recognition.Features;

/// <summary>Caches word forms between documents. Not thread-safe.</summary>
internal sealed class WordFormCache(WordClusters clusters, Gazetteer gazetteer)
{
    /// <summary>Number of words at which the cache is emptied: an archive has millions of words, most of which occur once.</summary>
    private const int MaxForms = 40_000;

    private readonly Dictionary<string, WordForm> forms = new(StringComparer.Ordinal);

    public WordForm Of(string word)
    {
        if (forms.TryGetValue(word, out var form))
            return form;
        if (forms.Count >= MaxForms)
            forms.Clear();
        return forms[word] = new WordForm(word, clusters, gazetteer);
    }
}
