using NewsIndex.NearDuplicates;

namespace NewsSearch.Tests.NearDuplicates;

public sealed class RecentShinglesTests
{
    private static readonly ulong[] Ten = new ulong[10];

    [Fact]
    public void What_is_kept_is_given_back()
    {
        var recent = new RecentShingles(100);
        recent.Keep("a", Ten);
        Assert.Same(Ten, recent.Of("a"));
        Assert.Null(recent.Of("b"));
    }

    [Fact]
    public void A_new_text_takes_the_place_of_the_old_one_wherever_that_lies()
    {
        var recent = new RecentShingles(40);
        recent.Keep("a", Ten);
        Fill(recent, "b", "c");
        ulong[] changed = [1, 2];
        recent.Keep("a", changed);
        Assert.Same(changed, recent.Of("a"));
        Fill(recent, "d");
        Assert.Same(changed, recent.Of("a"));
    }

    [Fact]
    public void What_was_not_asked_for_in_a_long_time_is_forgotten()
    {
        var recent = new RecentShingles(40);
        recent.Keep("a", Ten);
        Fill(recent, "b", "c", "d", "e");
        Assert.Null(recent.Of("a"));
        Assert.NotNull(recent.Of("e"));
    }

    [Fact]
    public void What_is_asked_for_stays()
    {
        var recent = new RecentShingles(40);
        recent.Keep("a", Ten);
        for (var i = 0; i < 50; i++)
        {
            Fill(recent, $"{i}");
            Assert.NotNull(recent.Of("a"));
        }
    }

    [Fact]
    public void A_text_that_is_larger_than_all_is_kept_until_the_next()
    {
        var recent = new RecentShingles(10);
        recent.Keep("large", new ulong[1000]);
        Assert.NotNull(recent.Of("large"));
        Fill(recent, "a", "b", "c");
        Assert.Null(recent.Of("large"));
    }

    private static void Fill(RecentShingles recent, params string[] ids) => Array.ForEach(ids, id => recent.Keep(id, Ten));
}
