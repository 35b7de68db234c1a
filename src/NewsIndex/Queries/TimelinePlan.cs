namespace NewsIndex.Queries;

/// <summary>The timeline to count.</summary>
/// <param name="TimeZone">
/// Zone whose days and hours count for articles with a time; null for the days of the place that wrote each date.
/// </param>
/// <param name="WithArchive">
/// True to count all articles of the archive that the dates of the query allow in each period too, and their words.
/// </param>
public sealed record TimelinePlan(TimelineInterval Interval, TimeZoneInfo? TimeZone = null, bool WithArchive = false);
