using NewsIndex.Generations;

namespace NewsIndex.Queries;

/// <summary>Which page to return of a list that is ranked anew for each page: similar articles, or entities.</summary>
/// <param name="Size">Most entries of the page, 1 or more.</param>
public sealed record RankingPage(int Size)
{
    /// <summary>The generation to answer from; null for the newest. A later page is read from that of the first.</summary>
    public Generation? Generation { get; init; }

    /// <summary>The end of the previous page; null for the first page.</summary>
    public RankingPlace? After { get; init; }

    /// <summary>Entries of the list before the page.</summary>
    public int Passed => After?.Passed ?? 0;
}
