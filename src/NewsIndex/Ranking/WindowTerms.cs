namespace NewsIndex.Ranking;

/// <summary>The terms whose occurrences a rescoring needs of each article of its window, numbered from 0.</summary>
internal sealed class WindowTerms
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<(string Term, bool HasPositions)> all = [];

    /// <summary>By number. Terms without positions are only counted.</summary>
    public IReadOnlyList<(string Term, bool HasPositions)> All => all;

    /// <summary>The number of a term whose positions are needed.</summary>
    public int Placed(string term)
    {
        var number = Counted(term);
        all[number] = (term, true);
        return number;
    }

    /// <summary>The number of a term whose frequency is needed.</summary>
    public int Counted(string term)
    {
        if (numbers.TryAdd(term, all.Count))
            all.Add((term, false));
        return numbers[term];
    }
}
