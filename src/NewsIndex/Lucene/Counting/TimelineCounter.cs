using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Schema;
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
        var found = new Dictionary<long, Sum>();
        var (undated, imprecise) = Add(articles, found, (sum, segment, doc) => sum with
        {
            Articles = sum.Articles + 1,
            Occurrences = sum.Occurrences + (occurrences?[segment].GetValueOrDefault(doc) ?? 0),
        });
        var (from, to) = periods.Range(dates, found.Keys);
        if (from > to)
            return new Timeline([], undated, imprecise);

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
            buckets.Add(new TimelineBucket(
                periods.DateOf(period), here.Articles, here.Occurrences, there.Articles, there.Words, periods.IsPartial(period, dates)));
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

                if (periods.Of((int)firstDay.Get(doc), (int)lastDay.Get(doc), first.Get(doc), last.Get(doc)) is { } period)
                    sums[period] = add(sums.GetValueOrDefault(period), leaf.Ord, doc);
                else
                    imprecise++;
            }
        }

        return (undated, imprecise);
    }

    private readonly record struct Sum(long Articles, long Occurrences, long Words);
}
