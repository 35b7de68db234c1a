using System.Globalization;
using CsCheck;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Articles;

public sealed class PartialDateTests
{
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<PartialDate> AnyDate = Gen.OneOf(
        AnyDay.Select(day => PartialDate.OfYear(day.Year)),
        AnyDay.Select(day => PartialDate.OfMonth(day.Year, day.Month)),
        AnyDay.Select(PartialDate.OfDay),
        Gen.Select(AnyDay.Where(day => day.Year is > 1 and < 9999), Gen.Int[0, 86_399], Gen.Int[-14 * 60, 14 * 60]).Select(
            (day, second, offset) => PartialDate.OfInstant(new DateTimeOffset(
                day, TimeOnly.FromTimeSpan(TimeSpan.FromSeconds(second)), TimeSpan.FromMinutes(offset)))));

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

    [Fact]
    public void Any_date_is_read_back_from_its_text() => AnyDate.Sample(date =>
    {
        Assert.True(PartialDate.TryParse(date.ToString(), out var read));
        Assert.Equal(date, read);
    });

    [Fact]
    public void Reads_the_days_that_the_calendar_has() =>
        Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 13], Gen.Int[0, 32]).Sample((year, month, day) =>
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
            Assert.Equal(
                DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expected),
                PartialDate.TryParse(text, out var date));
            Assert.Equal(expected, date?.FirstDay ?? default);
        });

    [Fact]
    public void Any_text_is_a_date_or_none() => Gen.String["0123456789-:TZ+."].Sample(text => { _ = PartialDate.TryParse(text, out _); });

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
