using Lucene.Net.Search;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Counting;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Translation;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Views;

/// <summary>Counts the articles of entities.</summary>
internal sealed class EntityCounter(IndexSnapshot snapshot, EntityCorrections corrections, CancellationToken cancellation)
{
    private readonly EntityLookup lookup = new(new IndexedNames(snapshot.Reader), corrections);

    public IReadOnlyList<long> Count(IReadOnlyList<EntityReference> entities) => [.. entities.Select(entity => ArticlesOf(entity).Count)];

    public EntityArticles Describe(EntityReference entity)
    {
        var articles = ArticlesOf(entity);
        var (first, last, dated) = Days(articles);
        return new EntityArticles(articles.Count, first, last, articles.Count - dated);
    }

    /// <param name="type">Type of the other entities; null for all.</param>
    public EntityOverlaps Overlap(EntityReference entity, EntityType? type)
    {
        var own = ArticlesOf(entity);
        var everything = ArticleSet.Of(snapshot.Searcher, new MatchAllDocsQuery(), cancellation);
        var counter = new FacetCounter(snapshot.Reader, lookup, corrections, cancellation);
        var found = new List<EntityOverlap>();
        foreach (var each in type is { } only ? [only] : Enum.GetValues<EntityType>())
        {
            var together = counter.CountEntities(own, each);
            var anywhere = counter.CountEntities(everything, each).ToDictionary(counted => counted.Entity, counted => counted.Articles);
            found.AddRange(together.Where(counted => counted.Entity != entity)
                .Select(counted => new EntityOverlap(counted.Entity, counted.Articles, anywhere[counted.Entity])));
        }

        return new EntityOverlaps(own.Count, snapshot.Info.Articles, found);
    }

    private ArticleSet ArticlesOf(EntityReference entity) =>
        ArticleSet.Of(snapshot.Searcher, EntityQuery.Of(lookup.TermsOf(entity), corrections.HiddenFrom(entity)), cancellation);

    private (DateOnly? First, DateOnly? Last, long Dated) Days(ArticleSet articles)
    {
        var (first, last, count) = (int.MaxValue, int.MinValue, 0L);
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            var (firstDay, lastDay) = DateColumns.Of(leaf.AtomicReader).Days(leaf.AtomicReader);
            foreach (var doc in new SetBits(articles.Segment(leaf.Ord)))
            {
                if (firstDay[doc] == DateColumns.UndatedDay)
                    continue;
                first = Math.Min(first, firstDay[doc]);
                last = Math.Max(last, lastDay[doc]);
                count++;
            }
        }

        return count == 0 ? (null, null, 0) : (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last), count);
    }
}
