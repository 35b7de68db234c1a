using CsCheck;
using Indexer.Dates;

namespace NewsSearch.Tests.Dates;

public sealed class DateContextTests
{
    [Theory]
    [InlineData(1991, 91, 1991)]
    [InlineData(1991, 99, 1999)]
    [InlineData(1991, 0, 2000)]
    [InlineData(1991, 90, 2090)]
    [InlineData(1950, 49, 2049)]
    [InlineData(2000, 0, 2000)]
    public void Completes_years_of_two_digits(int since, int digits, int year) =>
        Assert.Equal(year, new DateContext(Since: since).YearOf(digits));

    [Fact]
    public void Completes_no_year_without_a_first_one() => Assert.Equal(-1, default(DateContext).YearOf(19));

    [Fact]
    public void A_completed_year_has_the_digits_and_is_within_a_hundred_years() =>
        Gen.Select(Gen.Int[1500, 2100], Gen.Int[0, 99]).Sample((since, digits) =>
        {
            var year = new DateContext(Since: since).YearOf(digits);
            Assert.Equal(digits, year % 100);
            Assert.InRange(year, since, since + 99);
        });

    [Theory]
    [InlineData("en-US", true)]
    [InlineData("en_US", true)]
    [InlineData("en-GB", false)]
    [InlineData("de", false)]
    [InlineData("fr-CA", false)]
    [InlineData("en", null)]
    [InlineData(null, null)]
    public void Decides_the_order_of_month_and_day_by_language(string? language, bool? expected) =>
        Assert.Equal(expected, new DateContext(language).MonthFirst);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Prefers_a_known_order_to_the_language(bool order)
    {
        Assert.Equal(order, new DateContext("de", Order: order).MonthFirst);
        Assert.Equal(order, new DateContext("en-US", Order: order).MonthFirst);
    }

    [Theory]
    [InlineData("th", "th", true)]
    [InlineData("th-TH", "th", true)]
    [InlineData("TH_th", "th", true)]
    [InlineData("tha", "th", false)]
    [InlineData("t", "th", false)]
    [InlineData(null, "th", false)]
    public void Compares_languages_without_country(string? known, string language, bool expected) =>
        Assert.Equal(expected, new DateContext(known).IsIn(language));
}
