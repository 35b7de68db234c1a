using NewsIndex.Entities;
using NewsIndex.Lucene.Counting;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Lucene.Counting;

public sealed class KnownTotalsTests
{
    private static readonly HitTotal Total = new(3, 2, 1);

    private KnownTotals Known { get; } = new();

    [Fact]
    public void The_query_used_least_recently_is_forgotten_first()
    {
        Keep("storm", 2);
        Keep("coast", 2);
        Assert.Equal(Total, Find("storm"));
        Keep("bank", 2);
        Assert.Null(Find("coast"));
        Assert.Equal((Total, Total), (Find("storm"), Find("bank")));
    }

    [Fact]
    public void No_query_is_kept_without_room()
    {
        Keep("storm", 0);
        Assert.Null(Find("storm"));
    }

    [Theory]
    [InlineData(TotalKinds.All, TotalKinds.Articles, true)]
    [InlineData(TotalKinds.Articles, TotalKinds.All, false)]
    [InlineData(TotalKinds.Articles | TotalKinds.Sources, TotalKinds.Texts, false)]
    public void Totals_are_known_where_all_that_is_wanted_was_counted(TotalKinds counted, TotalKinds wanted, bool known)
    {
        Known.Keep(new Query.Word("storm"), EntityCorrections.None, counted, Total, 10);
        Assert.Equal(known, Known.Find(new Query.Word("storm"), EntityCorrections.None, wanted) is not null);
    }

    private void Keep(string word, int capacity) =>
        Known.Keep(new Query.Word(word), EntityCorrections.None, TotalKinds.All, Total, capacity);

    private HitTotal? Find(string word) => Known.Find(new Query.Word(word), EntityCorrections.None, TotalKinds.All);
}
