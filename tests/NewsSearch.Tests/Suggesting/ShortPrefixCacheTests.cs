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
    public void Up_to_three_letters_are_kept(string typed, int expected)
    {
        Ask(typed);
        Ask(typed);
        Assert.Equal(expected, searches);
    }

    [Fact]
    public void Each_limit_has_an_entry_of_its_own()
    {
        Ask("a", 5);
        Ask("a", 10);
        Ask("a", 5);
        Assert.Equal(2, searches);
    }

    [Fact]
    public void Other_corrections_clear_the_cache()
    {
        Ask("a");
        Ask("a", corrections: new EntityCorrections([]));
        Ask("a");
        Assert.Equal(3, searches);
    }

    [Fact]
    public void What_was_found_is_returned_again()
    {
        var first = Ask("a");
        Assert.Same(first, Ask("a"));
    }

    [Fact]
    public void The_cache_is_bounded()
    {
        for (var limit = 0; limit < 5000; limit++)
            Ask("a", limit);
        Ask("a", 0);
        Assert.Equal(5001, searches);
    }

    private IReadOnlyList<Suggestion> Ask(string typed, int limit = 10, EntityCorrections? corrections = null) =>
        cache.GetOrAdd(corrections ?? EntityCorrections.None, typed, limit, () =>
        {
            searches++;
            return new List<Suggestion>();
        });
}
