using NewsIndex.Articles;

namespace NewsSearch.Tests.Articles;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("1987", DatePrecision.Year, "1987-01-01", "1987-12-31")]
    [InlineData("1987-02", DatePrecision.Month, "1987-02-01", "1987-02-28")]
    [InlineData("1988-02", DatePrecision.Month, "1988-02-01", "1988-02-29")]
    [InlineData("1987-10-19", DatePrecision.Day, "1987-10-19", "1987-10-19")]
    [InlineData("1987-10-19T14:05:00Z", DatePrecision.Instant, "1987-10-19", "1987-10-19")]
    [InlineData("2025-06-12T23:30:00-05:00", DatePrecision.Instant, "2025-06-12", "2025-06-12")]
    public void Reads_what_it_prints_with_first_and_last_day(string text, DatePrecision precision, string first, string last)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal((precision, first, last, text), (date.Precision, $"{date.FirstDay:O}", $"{date.LastDay:O}", date.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("87")]
    [InlineData("1987-13")]
    [InlineData("1987-02-30")]
    [InlineData("1987-1-1")]
    [InlineData("10/19/1987")]
    [InlineData("1987-10-19T14:05:00")]
    [InlineData("1987-10-19T25:05:00Z")]
    [InlineData("19871019")]
    [InlineData("\u0661\u0669\u0668\u0667")]
    public void Refuses_what_is_not_exactly_a_date(string text) => Assert.False(PartialDate.TryParse(text, out _));
}
