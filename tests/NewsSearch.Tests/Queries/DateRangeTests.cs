using CsCheck;
using NewsIndex.Articles;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Queries;

public sealed class DateRangeTests
{
    [Theory]
    [InlineData("1987-03", true, "1987-04", true, "1987-03-01", "1987-04-30")]
    [InlineData("1987-03", false, "1987-05", false, "1987-04-01", "1987-04-30")]
    [InlineData("1987", false, "1988", true, "1988-01-01", "1988-12-31")]
    [InlineData(null, true, "1987", true, "0001-01-01", "1987-12-31")]
    [InlineData("1987", true, null, true, "1987-01-01", "9999-12-31")]
    public void A_range_goes_from_the_start_of_one_period_to_the_end_of_another(
        string? from, bool fromIncluded, string? to, bool toIncluded, string first, string last)
    {
        var range = new DateRange(Date(from), fromIncluded, Date(to), toIncluded);
        Assert.Equal(
            (first, last), ($"{DateOnly.FromDayNumber(range.FirstDayNumber):O}", $"{DateOnly.FromDayNumber(range.LastDayNumber):O}"));
        Assert.False(range.IsEmpty);
    }

    [Theory]
    [InlineData("1987-04", true, "1987-03", true)]
    [InlineData("1987-03", false, "1987-03", true)]
    [InlineData("1987-03-01", false, "1987-03-02", false)]
    public void A_range_without_a_day_is_empty(string from, bool fromIncluded, string to, bool toIncluded) =>
        Assert.True(new DateRange(Date(from), fromIncluded, Date(to), toIncluded).IsEmpty);

    [Theory]
    [InlineData("1987-03", "1987-03", "1987-03")]
    [InlineData("1987-03", "1987-04", "[1987-03 TO 1987-04]")]
    [InlineData(null, "1987-04", "[* TO 1987-04]")]
    [InlineData("1987-03", null, "[1987-03 TO *]")]
    public void Prints_as_it_is_typed(string? from, string? to, string text) =>
        Assert.Equal(text, DateRange.Between(Date(from), Date(to)).ToString());

    [Fact]
    public void Ends_that_are_left_out_are_printed_as_braces() =>
        Assert.Equal("{1987 TO 1989}", new DateRange(Date("1987"), false, Date("1989"), false).ToString());

    [Fact]
    public void Instants_are_compared_by_the_second_whatever_their_offset()
    {
        var range = DateRange.Between(Date("1987-03-01T12:00:00Z"), Date("1987-03-01T08:00:00-05:00"));
        Assert.True(range.ComparesInstants);
        Assert.Equal(3600, range.LastSecond - range.FirstSecond);
    }

    [Fact]
    public void A_period_lies_within_its_own_range() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 12], Gen.Int[0, 31]).Sample((year, month, day) =>
        {
            var period = day == 0 ? PartialDate.OfMonth(year, month) : PartialDate.OfDay(new DateOnly(year, month, Math.Min(day, 28)));
            var range = DateRange.Of(period);
            return range.FirstDayNumber == period.FirstDay.DayNumber && range.LastDayNumber == period.LastDay.DayNumber && !range.IsEmpty
                && range.LastSecond - range.FirstSecond + 1 == (range.LastDayNumber - range.FirstDayNumber + 1) * 86_400L;
        });

    private static PartialDate? Date(string? text) =>
        text is null ? null : PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);
}
