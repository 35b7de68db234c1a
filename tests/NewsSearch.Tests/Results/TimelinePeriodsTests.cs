using NewsIndex.Articles;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Results;

public sealed class TimelinePeriodsTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
    private static readonly TimeZoneInfo Kolkata = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

    [Theory]
    [InlineData(TimelineInterval.Year, "1987", "1987")]
    [InlineData(TimelineInterval.Month, "1987", null)]
    [InlineData(TimelineInterval.Month, "1987-10", "1987-10")]
    [InlineData(TimelineInterval.Week, "1987-10", null)]
    [InlineData(TimelineInterval.Week, "1987-10-19", "1987-10-19")]
    [InlineData(TimelineInterval.Week, "1987-10-25", "1987-10-19")]
    [InlineData(TimelineInterval.Week, "1987-10-26", "1987-10-26")]
    [InlineData(TimelineInterval.Day, "1987-10", null)]
    [InlineData(TimelineInterval.Day, "1987-10-19", "1987-10-19")]
    [InlineData(TimelineInterval.Hour, "1987-10-19", null)]
    [InlineData(TimelineInterval.Hour, "1987-10-19T14:59:59Z", "1987-10-19T14:00:00Z")]
    [InlineData(TimelineInterval.Hour, "1969-12-31T23:59:59Z", "1969-12-31T23:00:00Z")]
    [InlineData(TimelineInterval.Year, "0001-01-01", "0001")]
    [InlineData(TimelineInterval.Week, "0001-01-07", "0001-01-01")]
    public void An_article_is_of_the_period_that_holds_its_whole_date(TimelineInterval interval, string date, string? expected) =>
        Assert.Equal(expected, PeriodOf(new TimelinePeriods(interval, null), date));

    [Theory]
    [InlineData(TimelineInterval.Day, "2025-06-30T20:00:00Z", "2025-07-01")]
    [InlineData(TimelineInterval.Month, "2025-06-30T20:00:00Z", "2025-07")]
    [InlineData(TimelineInterval.Year, "2024-12-31T20:00:00Z", "2025")]
    [InlineData(TimelineInterval.Day, "2025-06-30", "2025-06-30")]
    [InlineData(TimelineInterval.Hour, "2025-06-30T20:30:00Z", "2025-07-01T05:00:00+09:00")]
    public void A_time_zone_moves_articles_with_a_time_only(TimelineInterval interval, string date, string expected) =>
        Assert.Equal(expected, PeriodOf(new TimelinePeriods(interval, Tokyo), date));

    /// <summary>India is 5:30 ahead: 20:45 UTC is 02:15, whose hour begins at 20:30 UTC.</summary>
    [Fact]
    public void Hours_begin_at_the_full_hours_of_a_clock_that_is_half_an_hour_off() =>
        Assert.Equal("2025-07-01T02:00:00+05:30", PeriodOf(new TimelinePeriods(TimelineInterval.Hour, Kolkata), "2025-06-30T20:45:00Z"));

    [Theory]
    [InlineData(TimelineInterval.Year)]
    [InlineData(TimelineInterval.Month)]
    [InlineData(TimelineInterval.Week)]
    [InlineData(TimelineInterval.Day)]
    public void The_date_of_a_period_lies_in_it_and_periods_follow_one_another(TimelineInterval interval)
    {
        var periods = new TimelinePeriods(interval, null);
        for (var day = new DateOnly(1999, 12, 20).DayNumber; day < new DateOnly(2001, 2, 10).DayNumber; day++)
        {
            var period = periods.OfDay(day);
            Assert.InRange(periods.OfDay(day + 1) - period, 0, 1);
            Assert.Equal(period, periods.OfDay(periods.DateOf(period).FirstDay.DayNumber));
            Assert.True(periods.DateOf(period).FirstDay.DayNumber <= day);
        }
    }

    [Theory]
    [InlineData("oil", "", "1 0")]
    [InlineData("oil", "1987-03 1987-01", "1987-01 1987-03")]
    [InlineData("date:[1986-12 TO 1987-02] oil", "", "1986-12 1987-02")]
    [InlineData("date:[1986-12 TO 1987-02] oil", "1987-01", "1986-12 1987-02")]
    [InlineData("date:[1986-12 TO *] oil", "1987-01", "1987-01 1987-01")]
    public void A_timeline_goes_over_the_range_that_is_asked_for_and_all_articles(string query, string articles, string expected)
    {
        var periods = new TimelinePeriods(TimelineInterval.Month, null);
        var found = articles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => periods.OfDay(Date(each).FirstDay.DayNumber));
        var (first, last) = periods.Range(DateCondition.Of(QueryReader.Read(query).Query!), found.ToList());
        Assert.Equal(expected, first > last ? $"{first} {last}" : $"{periods.DateOf(first)} {periods.DateOf(last)}");
    }

    [Fact]
    public void A_range_of_too_many_periods_is_refused()
    {
        var periods = new TimelinePeriods(TimelineInterval.Day, null);
        Assert.Equal((1, 100_000), periods.Range(null, [1, 100_000]));
        var thrown = Assert.Throws<QueryTooExpensiveException>(() => periods.Range(null, [1, 100_001]));
        Assert.Equal((100_000L, 100_001L), thrown.Error.Budget);
    }

    [Theory]
    [InlineData("date:[1987-02-03 TO 1987-04-30]", "1987-02", true)]
    [InlineData("date:[1987-02-03 TO 1987-04-30]", "1987-03", false)]
    [InlineData("date:[1987-02-03 TO 1987-04-30]", "1987-04", false)]
    [InlineData("date:[1987-02-03 TO 1987-04-30]", "1987-05", true)]
    [InlineData("oil", "1987-02", false)]
    public void A_period_is_partial_where_the_dates_exclude_some_of_it(string query, string month, bool expected)
    {
        var periods = new TimelinePeriods(TimelineInterval.Month, null);
        var dates = DateCondition.Of(QueryReader.Read(query).Query!);
        Assert.Equal(expected, periods.IsPartial(periods.OfDay(Date(month).FirstDay.DayNumber), dates));
    }

    [Fact]
    public void A_day_in_a_time_zone_is_partial_where_its_neighbours_are_excluded()
    {
        var dates = DateCondition.Of(QueryReader.Read("date:[1987-02-03 TO 1987-02-05]").Query!);
        var day = new DateOnly(1987, 2, 3).DayNumber;
        Assert.False(new TimelinePeriods(TimelineInterval.Day, null).IsPartial(day, dates));
        Assert.True(new TimelinePeriods(TimelineInterval.Day, Tokyo).IsPartial(day, dates));
        Assert.False(new TimelinePeriods(TimelineInterval.Day, Tokyo).IsPartial(day + 1, dates));
    }

    private static string? PeriodOf(TimelinePeriods periods, string text)
    {
        var date = Date(text);
        var (first, last) = (date.Start.ToUnixTimeSeconds(), date.End.ToUnixTimeSeconds());
        return periods.Of(date.FirstDay.DayNumber, date.LastDay.DayNumber, first, last) is { } period
            ? periods.DateOf(period).ToString()
            : null;
    }

    private static PartialDate Date(string text) =>
        PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException($"{text} is not a date", nameof(text));
}
