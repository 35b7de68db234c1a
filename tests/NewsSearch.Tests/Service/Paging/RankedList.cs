namespace NewsSearch.Tests.Service.Paging;

/// <summary>A list that is ranked anew for each page, by the ids of its entries.</summary>
/// <param name="Ask">Asks for a page: its size, token and generation.</param>
/// <param name="All">Enumerates the list by the .NET client, from the size of a page.</param>
internal sealed record RankedList(
    string Name, Func<int, string, string, Task<RankedList.Part>> Ask, Func<int, IAsyncEnumerable<string>> All)
{
    /// <summary>All entries, asked for at once.</summary>
    public async Task<IReadOnlyList<string>> WholeAsync() => (await Ask(100, "", "")).Ids;

    /// <summary>The entries of the pages from a token on.</summary>
    public async Task<IReadOnlyList<string>> RestAsync(int size, string token)
    {
        var ids = new List<string>();
        do
        {
            var page = await Ask(size, token, "");
            Assert.True(page.Ids.Count == size || page.Next.Length == 0, $"{Name}: {page.Ids.Count} of {size}");
            ids.AddRange(page.Ids);
            token = page.Next;
        }
        while (token.Length > 0);
        return ids;
    }

    internal sealed record Part(IReadOnlyList<string> Ids, string Next, string Generation);
}
