using NewsIndex.Queries;

namespace NewsSearch.Tests.Queries;

/// <summary>Seen from Wednesday, 15 April 2026, half past two in the afternoon at UTC+2.</summary>
public sealed class RelativeDateTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 15, 14, 30, 45, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("today", "2026-04-15")]
    [InlineData("Yesterday", "2026-04-14")]
    [InlineData("this-week", "[2026-04-13 TO 2026-04-19]")]
    [InlineData("last-week", "[2026-04-06 TO 2026-04-12]")]
    [InlineData("this-month", "2026-04")]
    [InlineData("last-month", "2026-03")]
    [InlineData("this-year", "2026")]
    [InlineData("last-year", "2025")]
    [InlineData("last-7-days", "[2026-04-09 TO 2026-04-15]")]
    [InlineData("last-1-days", "2026-04-15")]
    [InlineData("now-7d", "2026-04-08")]
    [InlineData("now+1w", "2026-04-22")]
    [InlineData("now-1M", "2026-03-15")]
    [InlineData("now-1y", "2025-04-15")]
    [InlineData("now/M", "2026-04")]
    [InlineData("now-1M/M", "2026-03")]
    [InlineData("now/w", "[2026-04-13 TO 2026-04-19]")]
    [InlineData("now/d", "2026-04-15")]
    [InlineData("now-3h", "2026-04-15T11:30:45+02:00")]
    [InlineData("now/h", "2026-04-15T14:00:00+02:00")]
    [InlineData("now-90m", "2026-04-15T13:00:45+02:00")]
    public void Becomes_the_days_or_the_instant_that_are_meant(string text, string range)
    {
        Assert.True(RelativeDate.IsRelative(text));
        Assert.Equal(range, RelativeDate.Read(text, Now)?.ToString());
    }

    [Theory]
    [InlineData("now-999999y")]
    [InlineData("now+99999M")]
    public void A_day_outside_the_calendar_is_none(string text) => Assert.Null(RelativeDate.Read(text, Now));

    [Theory]
    [InlineData("now 7d")]
    [InlineData("now-7")]
    [InlineData("now-7x")]
    [InlineData("last-0-days")]
    [InlineData("next-week")]
    [InlineData("tomorrow")]
    [InlineData("1987")]
    [InlineData("")]
    public void Other_texts_are_not_relative_dates(string text) => Assert.False(RelativeDate.IsRelative(text));

    [Fact]
    public void The_last_day_of_a_month_stays_within_the_month_before() =>
        Assert.Equal("2026-02-28", RelativeDate.Read("now-1M", new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero))?.ToString());
}
