namespace NewsIndex.Ranking;

/// <summary>Terms whose occurrences rescoring needs for each hit of the window, numbered from 0.</summary>
internal sealed class WindowTerms
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<(string Term, bool HasPositions)> all = [];

    /// <summary>Terms by number, with true for those whose positions are needed.</summary>
    public IReadOnlyList<(string Term, bool HasPositions)> All => all;

    /// <summary>Returns the number of a term whose positions are needed.</summary>
    public int WithPositions(string term)
    {
        var number = WithFrequency(term);
        all[number] = (term, true);
        return number;
    }

    /// <summary>Returns the number of a term whose frequency is needed.</summary>
    public int WithFrequency(string term)
    {
        if (numbers.TryAdd(term, all.Count))
            all.Add((term, false));
        return numbers[term];
    }
}
