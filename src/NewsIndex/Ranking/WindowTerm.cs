namespace NewsIndex.Ranking;

/// <summary>A term that rescoring looks for, and which words of the query it stands for.</summary>
internal sealed class WindowTerm(WindowField place, string term)
{
    private readonly List<(int Language, uint Words)> words = [];

    public WindowField Field => place;

    public string Term => term;

    /// <summary>Returns the words that the term stands for in articles of a language, as bits; mostly one.</summary>
    public uint WordsOf(int language)
    {
        foreach (var each in words)
        {
            if (each.Language == language)
                return each.Words;
        }

        return 0;
    }

    /// <param name="word">Number of the word, 0 to 31.</param>
    public void StandsFor(int language, int word) => words.Add((language, Take(language) | (1u << word)));

    private uint Take(int language)
    {
        var known = WordsOf(language);
        words.RemoveAll(each => each.Language == language);
        return known;
    }
}
