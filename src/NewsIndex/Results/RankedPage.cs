using NewsIndex.Generations;
using NewsIndex.Queries;

namespace NewsIndex.Results;

/// <summary>One page of a ranking.</summary>
/// <param name="Next">The end of the page; null on the last one.</param>
/// <param name="Generation">The state of the index that answered.</param>
public sealed record RankedPage<T>(IReadOnlyList<T> Entries, RankingPlace? Next, Generation Generation)
{
    /// <summary>The same page with what stands for its entries.</summary>
    public RankedPage<TOther> With<TOther>(IReadOnlyList<TOther> entries) => new(entries, Next, Generation);
}

/// <summary>Cuts pages.</summary>
public static class RankedPage
{
    /// <summary>Cuts a page out of a ranking, of which it reads one entry more.</summary>
    /// <param name="whole">The ranking from its first entry on.</param>
    /// <param name="corrections">Number of the last correction that the ranking applies.</param>
    public static RankedPage<T> Of<T>(IEnumerable<T> whole, RankingPage asked, Generation generation, int corrections)
    {
        var rest = whole.Skip(asked.Passed).Take(asked.Size + 1).ToList();
        if (rest.Count <= asked.Size)
            return new RankedPage<T>(rest, null, generation);
        rest.RemoveAt(asked.Size);
        return new RankedPage<T>(rest, new RankingPlace(generation, corrections, asked.Passed + asked.Size), generation);
    }
}
