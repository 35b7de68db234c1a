using CsCheck;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Results;

public sealed class RankedPageTests
{
    private static readonly Generation Read = new(7, 9);

    [Fact]
    public void Pages_of_any_sizes_are_the_whole_list() =>
        Gen.Select(Gen.Int.Array[0, 50], Gen.Int[1, 12].Array[60]).Sample((whole, sizes) =>
        {
            var (entries, asked) = (new List<int>(), new RankingPage(sizes[0]));
            foreach (var size in sizes.Skip(1))
            {
                var page = RankedPage.Of(whole, asked, Read, 3);
                entries.AddRange(page.Entries);
                if (page.Next is null)
                    break;
                Assert.Equal(new RankingPlace(Read, 3, entries.Count), page.Next);
                Assert.Equal(asked.Size, page.Entries.Count);
                asked = new RankingPage(size) { After = page.Next };
            }

            Assert.Equal(whole, entries);
        });

    [Fact]
    public void A_place_beyond_the_end_gives_an_empty_last_page()
    {
        var page = RankedPage.Of<int>([1, 2], new RankingPage(5) { After = new RankingPlace(Read, 0, 9) }, Read, 0);
        Assert.Equal((0, null), (page.Entries.Count, page.Next));
    }

    [Fact]
    public void What_stands_for_the_entries_keeps_the_place()
    {
        var page = RankedPage.Of<int>([1, 2, 3], new RankingPage(2), Read, 4);
        Assert.Equal(["a", "b"], page.With(["a", "b"]).Entries);
        Assert.Equal(page.Next, page.With(["a", "b"]).Next);
    }
}
