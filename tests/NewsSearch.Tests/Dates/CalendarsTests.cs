using System.Globalization;
using CsCheck;
using Indexer.Dates;

namespace NewsSearch.Tests.Dates;

public sealed class CalendarsTests
{
    [Theory]
    [InlineData("平成30年", "2018年")]
    [InlineData("令和1年", "2019年")]
    [InlineData("昭和64年", "1989年")]
    [InlineData("昭和 50 年", "1975 年")]
    [InlineData("民國107年", "2018年")]
    [InlineData("2018年", "2018年")]
    public void Replaces_years_of_eras(string text, string expected) => Assert.Equal(expected, Calendars.ReplaceEras(text));

    [Theory]
    [InlineData("平成32年")]
    [InlineData("大正0年")]
    [InlineData("平成の天皇")]
    public void Leaves_years_that_an_era_does_not_have(string text) => Assert.Equal(text, Calendars.ReplaceEras(text));

    [Theory]
    [InlineData(2562, "3 ก.ค. 2562", null, true)]
    [InlineData(2562, "3 July 2562", "th", true)]
    [InlineData(2562, "3 July 2562", "th-TH", true)]
    [InlineData(2562, "3 July 2562", null, false)]
    [InlineData(2019, "3 ก.ค. 2019", "th", false)]
    public void Knows_Buddhist_years_by_language_or_script(int year, string text, string? language, bool expected) =>
        Assert.Equal(expected, Calendars.IsBuddhist(year, text, new DateContext(language)));

    [Fact]
    public void Converts_Buddhist_years() => Assert.Equal(2019, Calendars.FromBuddhist(2562));

    [Theory]
    [InlineData(1398, 4, 12, "2019-07-03")]
    [InlineData(1399, 12, 30, "2021-03-20")]
    [InlineData(1400, 1, 1, "2021-03-21")]
    public void Converts_solar_Hijri_dates(int year, int month, int day, string expected) =>
        Assert.Equal(expected, Calendars.FromSolarHijri(year, month, day)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(1400, 12, 30)]
    [InlineData(1400, 13, 1)]
    [InlineData(1400, 1, 0)]
    [InlineData(1249, 1, 1)]
    [InlineData(1500, 1, 1)]
    public void Refuses_days_that_the_solar_Hijri_calendar_lacks(int year, int month, int day) =>
        Assert.Null(Calendars.FromSolarHijri(year, month, day));

    [Fact]
    public void Successive_solar_Hijri_days_are_successive_Gregorian_days()
    {
        Gen.Select(Gen.Int[1250, 1498], Gen.Int[1, 12], Gen.Int[1, 28]).Sample((year, month, day) =>
            Assert.Equal(Calendars.FromSolarHijri(year, month, day)!.Value.AddDays(1), Calendars.FromSolarHijri(year, month, day + 1)));
    }

    [Theory]
    [InlineData("fa", 1398, true)]
    [InlineData("fa", 2019, false)]
    [InlineData("ar", 1398, false)]
    [InlineData(null, 1398, false)]
    public void Knows_solar_Hijri_years_by_language(string? language, int year, bool expected) =>
        Assert.Equal(expected, Calendars.IsSolarHijri(year, new DateContext(language)));

    [Theory]
    [InlineData("ne", 2076, true)]
    [InlineData("ne", 2019, false)]
    [InlineData("hi", 2076, false)]
    public void Knows_Bikram_Sambat_years_by_language(string language, int year, bool expected) =>
        Assert.Equal(expected, Calendars.IsBikramSambat(year, new DateContext(language)));
}
