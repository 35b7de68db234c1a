using NewsIndex.Entities;
using NewsIndex.Results;
using NewsIndex.Suggesting;

namespace NewsSearch.Tests.Suggesting;

public sealed class ShortPrefixCacheTests
{
    private readonly ShortPrefixCache cache = new();
    private int searches;

    [Theory]
    [InlineData("a", 1)]
    [InlineData("abc", 1)]
    [InlineData("abcd", 2)]
    public async Task Up_to_three_letters_are_kept(string typed, int expected)
    {
        await AskAsync(typed);
        await AskAsync(typed);
        Assert.Equal(expected, searches);
    }

    [Fact]
    public async Task Each_limit_has_an_entry_of_its_own()
    {
        await AskAsync("a", 5);
        await AskAsync("a", 10);
        await AskAsync("a", 5);
        Assert.Equal(2, searches);
    }

    [Fact]
    public async Task Other_corrections_clear_the_cache()
    {
        await AskAsync("a");
        await AskAsync("a", corrections: new EntityCorrections([]));
        await AskAsync("a");
        Assert.Equal(3, searches);
    }

    [Fact]
    public async Task What_was_found_is_returned_again()
    {
        var first = await AskAsync("a");
        Assert.Same(first, await AskAsync("a"));
    }

    [Fact]
    public async Task The_cache_is_bounded()
    {
        for (var limit = 0; limit < 5000; limit++)
            await AskAsync("a", limit);
        await AskAsync("a", 0);
        Assert.Equal(5001, searches);
    }

    private ValueTask<IReadOnlyList<Suggestion>> AskAsync(string typed, int limit = 10, EntityCorrections? corrections = null) =>
        cache.GetOrAddAsync(corrections ?? EntityCorrections.None, typed, limit, () =>
        {
            searches++;
            return ValueTask.FromResult<IReadOnlyList<Suggestion>>(new List<Suggestion>());
        });
}
