namespace NewsIndex.Ranking;

/// <summary>Terms that rescoring looks for in each hit of the window, numbered from 0.</summary>
internal sealed class WindowTerms
{
    private readonly Dictionary<(WindowField, string), int> numbers = [];
    private readonly List<(WindowField Field, string Term)> all = [];

    /// <summary>Terms by number.</summary>
    public IReadOnlyList<(WindowField Field, string Term)> All => all;

    /// <summary>Returns the number of a term.</summary>
    public int Add(WindowField field, string term)
    {
        if (numbers.TryAdd((field, term), all.Count))
            all.Add((field, term));
        return numbers[(field, term)];
    }
}
