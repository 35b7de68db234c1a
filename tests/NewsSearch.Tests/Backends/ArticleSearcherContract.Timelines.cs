using System.Globalization;
using CsCheck;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Backends;

/// <content>Timelines under a range of dates.</content>
public abstract partial class ArticleSearcherContract
{
    private static readonly string[] Storms = ["1987-03-05", "1987-03-09", "1987-03-20", "1987-04-10"];

    /// <summary>
    /// Each bucket is its start, its articles of how many in the archive, and ~ where the dates that are asked for cut it.
    /// </summary>
    [Theory]
    [InlineData("date:[1987-03-04 TO 1987-03-10]", TimelineInterval.Week, "1987-03-02:1/5~ 1987-03-09:1/2~")]
    [InlineData("date:[1987-03-02 TO 1987-03-15]", TimelineInterval.Week, "1987-03-02:1/7 1987-03-09:1/7")]
    [InlineData("date:[1987-03-04 TO 1987-03-10]", TimelineInterval.Month, "1987-03:2/7~")]
    [InlineData("date:1987-03", TimelineInterval.Month, "1987-03:3/31")]
    [InlineData("date:1987-03", TimelineInterval.Year, "1987:3/31~")]
    [InlineData("date:1987", TimelineInterval.Year, "1987:4/61")]
    [InlineData("date:[1987-03-09 TO 1987-03-10]", TimelineInterval.Day, "1987-03-09:1/1 1987-03-10:0/1")]
    [InlineData("date:>=1987-03-30", TimelineInterval.Month, "1987-04:1/30")]
    [InlineData("date:<1987-03-10", TimelineInterval.Month, "1987-03:2/9~")]
    [InlineData("(date:1987-03-05 OR date:1987-03-09)", TimelineInterval.Week, "1987-03-02:1/1~ 1987-03-09:1/1~")]
    [InlineData("date:1987-03 NOT date:1987-03-09", TimelineInterval.Month, "1987-03:2/30~")]
    [InlineData("date:1987-03 NOT (date:1987-03-09 OR calm)", TimelineInterval.Month, "1987-03:2/31")]
    [InlineData("date:*-03", TimelineInterval.Month, "1987-03:3/31")]
    [InlineData("date:*-03-09", TimelineInterval.Month, "1987-03:1/1~")]
    [InlineData("date:1987 date:[1987-03-09 TO 1987-04]", TimelineInterval.Month, "1987-03:2/23~ 1987-04:1/30")]
    [InlineData("(date:1987-03 OR date:none)", TimelineInterval.Month, "1987-03:3/31")]
    [InlineData("(date:1987-03 OR calm)", TimelineInterval.Month, "1987-03:3/31")]
    [InlineData("date:[1987-03-02T12:00:00Z TO 1987-03-09T12:00:00Z]", TimelineInterval.Week, "1987-03-02:1/6~ 1987-03-09:0/0~")]
    [InlineData("", TimelineInterval.Month, "1987-03:3/31 1987-04:1/30")]
    public async Task A_period_is_divided_by_what_the_dates_leave_of_it(string dates, TimelineInterval interval, string buckets)
    {
        await WriteAsync(
            [.. Enumerable.Range(0, 61).Select(i => new DateOnly(1987, 3, 1).AddDays(i).ToString("o", CultureInfo.InvariantCulture))
            .Select(day => Dated(day, day) with { Body = Storms.Contains(day) ? "storm" : "calm" }), Body("undated", "storm")]);
        Assert.Equal(buckets, Shown(await TimelineAsync($"storm {dates}", new TimelinePlan(interval, null, WithArchive: true))));
    }

    [Theory]
    [InlineData("date:1987-03-04", TimelineInterval.Hour, "", "1987-03-04T00:00:00Z:1/1 1987-03-04T01:00:00Z:1/1")]
    [InlineData("date:[1987-03-04T00:40:00Z TO 1987-03-04T01:59:59Z]", TimelineInterval.Hour, "", "1987-03-04T01:00:00Z:1/1")]
    [InlineData("date:[1987-03-03T23:00:00Z TO 1987-03-04T00:45:00Z]", TimelineInterval.Hour, "",
        "1987-03-03T23:00:00Z:1/1 1987-03-04T00:00:00Z:1/1~")]
    [InlineData("date:[1987-03-03T12:00:00Z TO 1987-03-04T12:00:00Z]", TimelineInterval.Day, "", "1987-03-03:1/1~ 1987-03-04:2/2~")]
    [InlineData("date:1987-03-04", TimelineInterval.Day, "Europe/Berlin", "1987-03-04:2/2~")]
    [InlineData("date:[1987-03-03 TO 1987-03-05]", TimelineInterval.Day, "Europe/Berlin", "1987-03-03:0/0~ 1987-03-04:3/3 1987-03-05:0/0~")]
    public async Task Hours_and_days_of_a_time_zone_are_partial_where_the_dates_cut_them(string dates, TimelineInterval interval,
        string zone, string buckets)
    {
        await WriteAsync(Storm("1", "1987-03-03T23:10:00Z"), Storm("2", "1987-03-04T00:30:00Z"), Storm("3", "1987-03-04T01:30:00Z"));
        var shown = Shown(
            await TimelineAsync($"storm {dates}",
            new TimelinePlan(interval, zone.Length == 0 ? null : TimeZoneInfo.FindSystemTimeZoneById(zone), WithArchive: true)));
        Assert.Equal(buckets, shown);
        static Article Storm(string id, string date) => Dated(id, date) with { Body = "storm" };
    }

    [Fact]
    public async Task Buckets_add_up_to_the_total_and_are_divided_by_a_count_under_the_same_dates()
    {
        var random = new Random(14);
        string[] forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-dd", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ"];
        await WriteAsync([.. Enumerable.Range(0, 300).Select(i => i % 20 == 0
            ? Body($"{i}", "storm")
            : Dated($"{i}",
                new DateTime(1987, 1, 1).AddMinutes(random.Next(500 * 24 * 60))
                .ToString(forms[random.Next(forms.Length)], CultureInfo.InvariantCulture)) with { Body = random.Next(3) == 0
                ? "storm"
                : "calm" })]);
        await using var searcher = OpenSearcher();
        var day = Gen.Int[0, 520].Select(i => new DateOnly(1986, 12, 20).AddDays(i));
        Gen.Select(day, day, Gen.Enum<TimelineInterval>(), Gen.Int[0, 4]).Where((_, _, interval, _) => interval != TimelineInterval.Hour)
            .Sample(
            (one, other, interval, form) =>
            {
                var range = one < other ? $"[{one:o} TO {other:o}]" : $"[{other:o} TO {one:o}]";
                var dates = form switch
                {
                    0 => $"date:{range}",
                    1 => $"(date:{range} OR date:none)",
                    2 => $"NOT date:{range}",
                    3 => $"date:1987 date:{range}",
                    _ => $"date:{range} NOT date:{one:yyyy-MM}"
                };
                return AddsUp(searcher, dates, interval);
            },
            iter: 300, threads: 1);
    }

    private static bool AddsUp(IArticleSearcher searcher, string dates, TimelineInterval interval)
    {
        var query = Plan($"storm {dates}").Query;
        var counted =
            searcher.AggregateAsync(new AggregatePlan { Query = query, Timeline = new TimelinePlan(interval, null, WithArchive: true) },
            CancellationToken.None).Result;
        var timeline = counted.Timeline!;
        return timeline.Buckets.Sum(bucket => bucket.Articles) + timeline.Undated + timeline.Imprecise == counted.Total.Articles
            && timeline.Buckets.All(bucket => Period(bucket, interval) is var period
                && Found(searcher, $"storm {dates} {period}").Count == bucket.Articles
                && Found(searcher, $"{dates} {period}").Count == bucket.ArchiveArticles
                && (bucket.IsPartial || Found(searcher, period).Count == bucket.ArchiveArticles));
    }

    private static string Period(TimelineBucket bucket, TimelineInterval interval) =>
        interval == TimelineInterval.Week ? $"date:[{bucket.Start} TO {bucket.Start.FirstDay.AddDays(6):o}]" : $"date:{bucket.Start}";

    private async Task<Timeline> TimelineAsync(string typed, TimelinePlan timeline)
    {
        await using var searcher = OpenSearcher();
        return (await searcher.AggregateAsync(new AggregatePlan { Query = Plan(typed).Query, Timeline = timeline },
            CancellationToken.None)).Timeline!;
    }

    private static string Shown(Timeline timeline) =>
        string.Join(' ',
            timeline.Buckets.Select(bucket => $"{bucket.Start}:{bucket.Articles}/{bucket.ArchiveArticles}{(bucket.IsPartial ? "~" : "")}"));
}
