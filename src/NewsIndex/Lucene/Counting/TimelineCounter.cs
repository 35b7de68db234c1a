using System.Buffers;
using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Counting;

/// <summary>Counts articles by publication date.</summary>
internal sealed class TimelineCounter(IndexReader reader, TimelinePlan plan, CancellationToken cancellation)
{
    private const int LooksBetweenCancellationChecks = 4096;

    private readonly TimelinePeriods periods = new(plan.Interval, plan.TimeZone);

    /// <param name="occurrences">Match counts by segment and document; null when not requested.</param>
    /// <param name="archive">All articles in the date range of the query; null when not requested.</param>
    /// <param name="dates">Date range of the timeline, which also decides which periods are partial; null when the query has none.</param>
    /// <exception cref="QueryTooExpensiveException">The timeline has more periods than the limit.</exception>
    public Timeline Count(ArticleSet articles, IReadOnlyList<Dictionary<int, int>>? occurrences, ArticleSet? archive, DateCondition? dates)
    {
        var (found, undated, imprecise) = Add(
            articles, occurrences is null ? null : leaf => doc => occurrences[leaf.Ord].GetValueOrDefault(doc));
        var (from, to) = periods.Range(dates, found.Keys);
        if (from > to)
            return new Timeline([], undated, imprecise);

        var all = archive is null ? [] : Add(archive, WordsOf).Sums;
        var buckets = new List<TimelineBucket>();
        for (var period = from; period <= to; period++)
        {
            var (here, there) = (found.GetValueOrDefault(period), all.GetValueOrDefault(period));
            buckets.Add(new TimelineBucket(
                periods.DateOf(period), here.Articles, here.Amount, there.Articles, there.Amount, periods.IsPartial(period, dates)));
        }

        return new Timeline(buckets, undated, imprecise);
    }

    private static Func<int, long> WordsOf(AtomicReaderContext leaf)
    {
        var words = SegmentColumns.Of(leaf.AtomicReader).Words(leaf.AtomicReader);
        return doc => words[doc];
    }

    /// <param name="amounts">Returns what to sum of the articles of a segment; null for nothing.</param>
    private (Dictionary<long, Sum> Sums, long Undated, long Imprecise) Add(
        ArticleSet articles, Func<AtomicReaderContext, Func<int, long>>? amounts)
    {
        var sums = new Dictionary<long, Sum>();
        long undated = 0, imprecise = 0;
        foreach (var leaf in reader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            var amountOf = amounts?.Invoke(leaf);
            var (without, vague) = plan.Interval == TimelineInterval.Hour || plan.TimeZone is not null
                ? AddByMoment(leaf, articles, amountOf, sums)
                : AddByDay(leaf, articles, amountOf, sums);
            (undated, imprecise) = (undated + without, imprecise + vague);
        }

        return (sums, undated, imprecise);
    }

    private (long Undated, long Imprecise) AddByDay(
        AtomicReaderContext leaf, ArticleSet articles, Func<int, long>? amountOf, Dictionary<long, Sum> sums)
    {
        var column = PeriodColumn.Of(leaf.AtomicReader, plan.Interval);
        var (numbers, counts) = (column.Numbers, ArrayPool<Sum>.Shared.Rent(column.Count));
        try
        {
            counts.AsSpan(0, column.Count).Clear();
            foreach (var doc in new SetBits(articles.Segment(leaf.Ord)))
            {
                ref var sum = ref counts[numbers[doc]];
                sum.Articles++;
                if (amountOf is not null)
                    sum.Amount += amountOf(doc);
            }

            for (var number = PeriodColumn.Imprecise + 1; number < column.Count; number++)
            {
                if (counts[number].Articles > 0)
                    Add(sums, column.Period(number), counts[number]);
            }

            return (counts[PeriodColumn.Undated].Articles, counts[PeriodColumn.Imprecise].Articles);
        }
        finally
        {
            ArrayPool<Sum>.Shared.Return(counts);
        }
    }

    /// <summary>For hours, and for periods in a time zone, in which an instant may be of another day.</summary>
    private (long Undated, long Imprecise) AddByMoment(
        AtomicReaderContext leaf, ArticleSet articles, Func<int, long>? amountOf, Dictionary<long, Sum> sums)
    {
        long undated = 0, imprecise = 0, looked = 0;
        var columns = DateColumns.Of(leaf.AtomicReader);
        var ((firstDay, lastDay), (first, last)) = (columns.Days(leaf.AtomicReader), columns.Seconds(leaf.AtomicReader));
        foreach (var doc in new SetBits(articles.Segment(leaf.Ord)))
        {
            if (++looked % LooksBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            if (firstDay[doc] == DateColumns.UndatedDay)
                undated++;
            else if (periods.Of(firstDay[doc], lastDay[doc], first[doc], last[doc]) is { } period)
                Add(sums, period, new Sum { Articles = 1, Amount = amountOf?.Invoke(doc) ?? 0 });
            else
                imprecise++;
        }

        return (undated, imprecise);
    }

    private static void Add(Dictionary<long, Sum> sums, long period, Sum sum)
    {
        var before = sums.GetValueOrDefault(period);
        sums[period] = new Sum { Articles = before.Articles + sum.Articles, Amount = before.Amount + sum.Amount };
    }

    private struct Sum
    {
        public long Articles;

        /// <summary>Occurrences of the query, or words.</summary>
        public long Amount;
    }
}
