using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Articles;
using NewsIndex.Hits;

namespace NewsIndex.Lucene;

/// <summary>Counts articles by when they came out.</summary>
internal static class TimelineCounter
{
    public static Timeline Count(IndexReader reader, ArticleSet articles, TimelineInterval interval)
    {
        var counts = new SortedDictionary<int, long>();
        long undated = 0, imprecise = 0;
        foreach (var leaf in reader.Leaves)
        {
            var (first, last) = (leaf.AtomicReader.GetNumericDocValues(Fields.FirstDay), leaf.AtomicReader.GetNumericDocValues(Fields.LastDay));
            var dated = leaf.AtomicReader.GetDocsWithField(Fields.FirstDay);
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                if (dated?.Get(doc) != true)
                    undated++;
                else if (PeriodOf((int)first.Get(doc), interval) is var period && period != PeriodOf((int)last.Get(doc), interval))
                    imprecise++;
                else
                    counts[period] = counts.GetValueOrDefault(period) + 1;
            }
        }

        var buckets = counts.Count == 0 ? [] : Enumerable.Range(counts.Keys.First(), counts.Keys.Last() - counts.Keys.First() + 1)
            .Select(period => new TimelineBucket(DateOf(period, interval), counts.GetValueOrDefault(period)));
        return new Timeline([.. buckets], undated, imprecise);
    }

    private static int PeriodOf(int dayNumber, TimelineInterval interval)
    {
        var day = DateOnly.FromDayNumber(dayNumber);
        return interval switch
        {
            TimelineInterval.Year => day.Year,
            TimelineInterval.Month => (day.Year * 12) + day.Month - 1,
            _ => dayNumber,
        };
    }

    private static PartialDate DateOf(int period, TimelineInterval interval) => interval switch
    {
        TimelineInterval.Year => PartialDate.OfYear(period),
        TimelineInterval.Month => PartialDate.OfMonth(period / 12, (period % 12) + 1),
        _ => PartialDate.OfDay(DateOnly.FromDayNumber(period)),
    };
}
