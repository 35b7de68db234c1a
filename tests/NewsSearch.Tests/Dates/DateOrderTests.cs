using CsCheck;
using Indexer.Dates;

namespace NewsSearch.Tests.Dates;

public sealed class DateOrderTests
{
    [Theory]
    [InlineData("1/13/2019 2/14/2019 3/15/2019", true)]
    [InlineData("13.1.2019 14.2.2019 15.3.2019", false)]
    [InlineData("13-01-19 14-02-19 31-03-19", false)]
    [InlineData("1/13/2019 2/14/2019", null)]
    [InlineData("1/2/2019 2/3/2019 3/4/2019 4/5/2019", null)]
    [InlineData("1/13/2019 2/14/2019 3/15/2019 16/4/2019", null)]
    [InlineData("2019-01-13 2019-01-14 2019-01-15", null)]
    [InlineData("1/13-2019 2/14-2019 3/15-2019", null)]
    [InlineData("1/32/2019 2/33/2019 3/34/2019", null)]
    [InlineData("", null)]
    public void Decides_by_unambiguous_dates(string dates, bool? expected) =>
        Assert.Equal(expected, DateOrder.Of(dates.Split(' ')));

    [Fact]
    public void Ignores_ambiguous_dates_beside_unambiguous_ones() =>
        Assert.True(DateOrder.Of(["1/2/2019", "1/13/2019", "3/4/2019", "2/14/2019 10:00", "  3/15/2019"]));

    [Fact]
    public void Finds_the_order_in_which_dates_were_printed()
    {
        var days = Gen.Select(Gen.Int[1, 12], Gen.Int[13, 28], Gen.Int[1990, 2030]).Array[3, 20];
        days.Sample(each =>
        {
            Assert.True(DateOrder.Of(each.Select(date => $"{date.Item1}/{date.Item2}/{date.Item3}")));
            Assert.False(DateOrder.Of(each.Select(date => $"{date.Item2}/{date.Item1}/{date.Item3}")));
        });
    }
}
