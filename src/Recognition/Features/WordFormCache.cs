namespace Recognition.Features;

/// <summary>Caches word forms between documents. Not thread-safe.</summary>
internal sealed class WordFormCache(WordClusters clusters, Gazetteer gazetteer)
{
    /// <summary>Number of words at which the cache is emptied: an archive has millions of words, most of which occur once.</summary>
    private const int MaxForms = 40_000;

    private readonly ShortWordTable<WordForm> shortWords = new(MaxForms);
    private readonly Dictionary<string, WordForm> longWords = new(StringComparer.Ordinal);

    public WordForm Of(string word)
    {
        var key = ShortWordTable<WordForm>.KeyOf(word);
        if (key != 0 ? shortWords.TryGet(key, out var form) : longWords.TryGetValue(word, out form))
            return form;
        form = new WordForm(word, clusters, gazetteer);
        if (shortWords.Count + longWords.Count >= MaxForms)
        {
            shortWords.Clear();
            longWords.Clear();
        }

        if (key != 0)
            shortWords.Add(key, form);
        else
            longWords[word] = form;
        return form;
    }
}
