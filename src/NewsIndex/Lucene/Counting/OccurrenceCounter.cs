using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Positions;
using NewsIndex.Lucene.Translation;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Counting;

/// <summary>
/// Counts the matches of a query in each article: once per phrase occurrence, and once per interval of a proximity group.
/// </summary>
internal static class OccurrenceCounter
{
    /// <returns>Counts by segment, then by document.</returns>
    public static IReadOnlyList<Dictionary<int, int>> Count(IndexReader reader, ArticleSet articles, LucenePlan plan,
        CancellationToken cancellation)
    {
        var bySegment = new List<Dictionary<int, int>>();
        foreach (var leaf in reader.Leaves)
        {
            var counts = new Dictionary<int, int>();
            var positions = new SegmentPositions(leaf.AtomicReader, new PositionBudget(long.MaxValue), cancellation);
            var languages = LanguageColumn.Of(leaf.AtomicReader);
            var readers = plan.Parts.Where(part => part.Languages.Overlaps(languages.Present))
                .Select(part => (part.Languages, Marks: part.Marks.Select(mark => IntervalIterator.Of(mark, positions)).ToList())).ToList();
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                positions.MoveTo(doc);
                counts[doc] = readers.First(part => part.Languages.Contains(languages[doc])).Marks.Sum(mark => mark.Read().Count);
            }

            bySegment.Add(counts);
        }

        return bySegment;
    }
}
