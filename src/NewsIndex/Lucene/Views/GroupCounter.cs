using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Counting;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Translation;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Views;

/// <summary>Groups the hits of a query from one set of articles.</summary>
internal sealed class GroupCounter(IndexSnapshot snapshot, EntityCorrections corrections, CancellationToken cancellation)
{
    public HitGroups Count(LucenePlan plan, GroupRequest request)
    {
        var found = ArticleSet.Of(snapshot.Searcher, plan.Query, cancellation);
        var articles = Once(found, request);
        var occurrences = request.WithOccurrences ? OccurrenceCounter.Count(snapshot.Reader, articles, plan, cancellation) : null;
        var counter = new FacetCounter(
            snapshot.Reader, new EntityLookup(new IndexedNames(snapshot.Reader), corrections), corrections, cancellation);
        return new HitGroups(
            TotalCounter.Count(snapshot.Reader, found, request.Totals),
            [.. request.Facets.Select(field => counter.Count(articles, field, request.Limit))],
            Timeline(articles, occurrences, request))
        {
            Occurrences = occurrences is null
                ? null
                : (occurrences.Sum(segment => segment.Values.Sum(count => (long)count)), WordsOf(articles)),
            Sample = ArticleSample.Of(snapshot.Reader, articles, request.Sample, cancellation),
        };
    }

    private ArticleSet Once(ArticleSet found, GroupRequest request) =>
        request.CopiesOnce ? found.OncePerText(snapshot.Reader, cancellation) : found;

    private Timeline? Timeline(ArticleSet articles, IReadOnlyList<Dictionary<int, int>>? occurrences, GroupRequest request)
    {
        if (request.Timeline is not { } timeline)
            return null;
        var archive = request.Archive is { } all
            ? Once(ArticleSet.Of(snapshot.Searcher, TranslatedQuery.Of(all).Plan.Query, cancellation), request)
            : null;
        return new TimelineCounter(snapshot.Reader, timeline, cancellation).Count(articles, occurrences, archive, request.Dates);
    }

    private long WordsOf(ArticleSet articles)
    {
        long words = 0;
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            var counts = SegmentColumns.Of(leaf.AtomicReader).Words(leaf.AtomicReader);
            foreach (var doc in new SetBits(articles.Segment(leaf.Ord)))
                words += counts[doc];
        }

        return words;
    }
}
