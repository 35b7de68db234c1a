namespace NewsIndex.Ranking;

/// <summary>Terms that rescoring looks for in the hits of the window, each once for a field.</summary>
internal sealed class WindowTerms
{
    private readonly Dictionary<(WindowField, string), WindowTerm> known = [];
    private readonly List<WindowTerm> all = [];

    /// <summary>Terms in the order in which they were added.</summary>
    public IReadOnlyList<WindowTerm> All => all;

    /// <summary>Adds a term of a word.</summary>
    /// <param name="language">Language of the articles in which it stands for the word.</param>
    /// <param name="word">Number of the word, 0 to 31.</param>
    public void Add(WindowField field, string term, int language, int word)
    {
        if (!known.TryGetValue((field, term), out var added))
            all.Add(known[(field, term)] = added = new WindowTerm(field, term));
        added.StandsFor(language, word);
    }
}
