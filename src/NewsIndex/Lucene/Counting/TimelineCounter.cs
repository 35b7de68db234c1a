using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Articles;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Counting;

/// <summary>Counts articles by when they came out.</summary>
internal sealed class TimelineCounter(IndexReader reader, TimelinePlan plan, CancellationToken cancellation)
{
    /// <summary>Periods that one reply may have: ten years of hours.</summary>
    private const int MostBuckets = 100_000;

    private const int LooksBetweenCancellationChecks = 4096;

    private static readonly long FirstMonday = new DateOnly(1, 1, 1).DayNumber;

    /// <param name="occurrences">By segment and document; null when they are not asked for.</param>
    /// <param name="archive">Every article that the dates of the query allow; null when they are not asked for.</param>
    /// <param name="dates">Say from when to when the timeline goes, and which periods are partial; null where the query has none.</param>
    /// <exception cref="QueryTooExpensiveException">More periods than a reply may have.</exception>
    public Timeline Count(ArticleSet articles, IReadOnlyList<Dictionary<int, int>>? occurrences, ArticleSet? archive, DateCondition? dates)
    {
        var found = new Dictionary<long, Sum>();
        var (undated, imprecise) = Add(articles, found, (sum, segment, doc) => sum with
        {
            Articles = sum.Articles + 1,
            Occurrences = sum.Occurrences + (occurrences?[segment].GetValueOrDefault(doc) ?? 0),
        });
        var (from, to) = Ends(dates, found.Keys);
        if (from > to)
            return new Timeline([], undated, imprecise);
        if (to - from >= MostBuckets)
            throw TooMany(to - from + 1);

        var words = archive is null
            ? null
            : reader.Leaves.Select(leaf => leaf.AtomicReader.GetNumericDocValues(IndexFields.WordCount)).ToList();
        var all = new Dictionary<long, Sum>();
        if (archive is not null)
            Add(
                archive, all,
                (sum, segment, doc) => sum with { Articles = sum.Articles + 1, Words = sum.Words + words![segment].Get(doc) });
        var buckets = new List<TimelineBucket>();
        for (var period = from; period <= to; period++)
        {
            var (here, there) = (found.GetValueOrDefault(period), all.GetValueOrDefault(period));
            buckets.Add(new TimelineBucket(DateOf(period), here.Articles, here.Occurrences, there.Articles, there.Words,
                IsPartial(period, dates)));
        }

        return new Timeline(buckets, undated, imprecise);
    }

    private (long Undated, long Imprecise) Add(ArticleSet articles, Dictionary<long, Sum> sums, Func<Sum, int, int, Sum> add)
    {
        long undated = 0, imprecise = 0, looked = 0;
        foreach (var leaf in reader.Leaves)
        {
            var segment = leaf.AtomicReader;
            var (firstDay, lastDay) = (segment.GetNumericDocValues(IndexFields.FirstDay), segment.GetNumericDocValues(IndexFields.LastDay));
            var (first, last) = (segment.GetNumericDocValues(IndexFields.FirstSecond), segment.GetNumericDocValues(IndexFields.LastSecond));
            var dated = segment.GetDocsWithField(IndexFields.FirstDay);
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                if (++looked % LooksBetweenCancellationChecks == 0)
                    cancellation.ThrowIfCancellationRequested();
                if (dated?.Get(doc) != true)
                {
                    undated++;
                    continue;
                }

                var isInstant = first.Get(doc) == last.Get(doc);
                var (from, to) = isInstant && plan.TimeZone is { } zone
                    ? (DayIn(zone, first.Get(doc)), DayIn(zone, first.Get(doc)))
                    : ((int)firstDay.Get(doc), (int)lastDay.Get(doc));
                var period = plan.Interval == TimelineInterval.Hour ? HourOf(first.Get(doc)) : PeriodOf(from);
                if (plan.Interval == TimelineInterval.Hour ? !isInstant : period != PeriodOf(to))
                    imprecise++;
                else
                    sums[period] = add(sums.GetValueOrDefault(period), leaf.Ord, doc);
            }
        }

        return (undated, imprecise);
    }

    private static int DayIn(TimeZoneInfo zone, long second) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(second), zone).DateTime).DayNumber;

    /// <summary>
    /// Hours are those of the clock of the time zone; where its offset is not of whole hours, they begin at its full hours.
    /// </summary>
    private long HourOf(long second)
    {
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(second), plan.TimeZone ?? TimeZoneInfo.Utc);
        var fullHour = local.ToUnixTimeSeconds() - (local.Minute * 60) - local.Second;
        return (long)Math.Floor(fullHour / 3600.0);
    }

    private long PeriodOf(int dayNumber)
    {
        var day = DateOnly.FromDayNumber(dayNumber);
        return plan.Interval switch
        {
            TimelineInterval.Year => day.Year,
            TimelineInterval.Month => (day.Year * 12) + day.Month - 1,
            TimelineInterval.Week => (dayNumber - FirstMonday) / 7,
            _ => dayNumber,
        };
    }

    private PartialDate DateOf(long period) => plan.Interval switch
    {
        TimelineInterval.Year => PartialDate.OfYear((int)period),
        TimelineInterval.Month => PartialDate.OfMonth((int)(period / 12), (int)(period % 12) + 1),
        TimelineInterval.Week => PartialDate.OfDay(DateOnly.FromDayNumber((int)((period * 7) + FirstMonday))),
        TimelineInterval.Hour => PartialDate.OfInstant(InZone(period)),
        _ => PartialDate.OfDay(DateOnly.FromDayNumber((int)period)),
    };

    private DateTimeOffset InZone(long hour)
    {
        var start = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(hour * 3600), plan.TimeZone ?? TimeZoneInfo.Utc);
        // Where the offset has half an hour, the clock's full hour lies within the hour of UTC.
        return start.Minute == 0 ? start : start.AddMinutes(60 - start.Minute);
    }

    /// <summary>Whether the dates that are asked for leave out a part of the period, or all of it.</summary>
    private bool IsPartial(long period, DateCondition? dates)
    {
        if (dates is null)
            return false;
        if (plan.Interval == TimelineInterval.Hour)
        {
            var start = InZone(period);
            return !dates.AllowsMoments(DateOnly.FromDateTime(start.DateTime).DayNumber, start.ToUnixTimeSeconds(),
                start.ToUnixTimeSeconds() + 3599);
        }

        // A date is asked for by the day of the place that wrote it; the same moment may be on the day before or after in the time zone.
        var (first, last) = DaysOf(period);
        var margin = plan.TimeZone is null ? 0 : 1;
        return !Enumerable.Range(first - margin, last - first + 1 + (2 * margin))
            .All(day => dates.AllowsDay(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber)));
    }

    private (int First, int Last) DaysOf(long period)
    {
        var start = DateOf(period);
        return (start.FirstDay.DayNumber, plan.Interval == TimelineInterval.Week ? start.FirstDay.DayNumber + 6 : start.LastDay.DayNumber);
    }

    /// <summary>The range that the query asks for, where it has two ends; otherwise the first and the last period with articles.</summary>
    private (long From, long To) Ends(DateCondition? dates, IReadOnlyCollection<long> periods)
    {
        var (from, to) = (periods.Count == 0 ? 1 : periods.Min(), periods.Count == 0 ? 0 : periods.Max());
        if (plan.Interval == TimelineInterval.Hour || dates?.Days is not { } days)
            return (from, to);
        var (first, last) = (PeriodOf(days.First), PeriodOf(days.Last));
        return periods.Count == 0 ? (first, last) : (Math.Min(from, first), Math.Max(to, last));
    }

    private static QueryTooExpensiveException TooMany(long periods) => new(new QueryError(
        QueryErrorCode.TooExpensive, 0, 0, $"the timeline has {periods} periods", $"at most {MostBuckets}",
        "choose a longer interval, or a narrower range of dates")
    {
        Budget = (MostBuckets, periods),
    });

    private readonly record struct Sum(long Articles, long Occurrences, long Words);
}
