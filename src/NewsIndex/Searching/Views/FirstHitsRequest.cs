using NewsIndex.Queries;

namespace NewsIndex.Searching.Views;

/// <summary>Which first hits of a query to collect: a window from the top, and the hits behind it that follow a cursor.</summary>
/// <param name="Window">Maximum hits of the window; 0 for none.</param>
/// <param name="Count">Maximum hits behind the window.</param>
/// <param name="After">Last hit of the previous page; null for the first page. The window has the first hits on every page.</param>
/// <param name="Recency">Null when the recency boost is off; applies to <see cref="HitOrder.Relevance"/> only.</param>
/// <param name="CopiesOnce">True to keep only the first of near-duplicates.</param>
/// <param name="Totals">Totals to count, near-duplicates included.</param>
internal sealed record FirstHitsRequest(
    HitOrder Order, int Window, int Count, PageCursor? After, Recency? Recency, bool CopiesOnce, TotalKinds Totals);
