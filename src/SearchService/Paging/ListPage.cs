namespace SearchService.Paging;

/// <summary>Pages of a list that is there whole, in an order that its entries' keys tell.</summary>
internal static class ListPage
{
    /// <param name="rest">The entries behind those of earlier pages.</param>
    /// <param name="keyOf">The key that the token of a page has of its last entry.</param>
    /// <returns>The page, and the token of the next one; empty on the last page.</returns>
    public static (IReadOnlyList<T> Page, string Next) Of<T>(IEnumerable<T> rest, Func<T, string> keyOf, int size, ListToken tokens)
    {
        var page = rest.Take(size + 1).ToList();
        if (page.Count <= size)
            return (page, "");
        page.RemoveAt(size);
        return (page, tokens.Write(keyOf(page[^1])));
    }
}
