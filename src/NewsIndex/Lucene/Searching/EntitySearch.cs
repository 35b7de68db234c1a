using Lucene.Net.Search;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Counting;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Translation;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Searching;

/// <summary>Searches for entities instead of articles.</summary>
internal sealed class EntitySearch(IndexSnapshot snapshot, EntityCorrections corrections)
{
    private const int MaxNames = 100;

    private readonly EntityLookup lookup = new(new IndexedNames(snapshot.Reader), corrections);
    private readonly EntityNames entityNames = new(new IndexedNames(snapshot.Reader), corrections);

    /// <summary>Returns null when no article mentions the entity.</summary>
    public EntityCard? Find(EntityReference asked, CancellationToken cancellation)
    {
        var entity = corrections.Resolve(asked);
        var articles = ArticlesOf(entity, cancellation);
        if (articles.Count == 0)
            return null;
        var (first, last) = Days(articles);
        return CardOf(entity, articles.Count) with { First = first, Last = last };
    }

    public EntityMatches Match(string name, EntityType? type, int limit, CancellationToken cancellation)
    {
        var (found, isMisspelt) = entityNames.Match(name, type);
        var top = found.Take(limit).Select(each => CardOf(each, ArticlesOf(each, cancellation).Count)).Where(card => card.Articles > 0);
        return new EntityMatches([.. top], isMisspelt);
    }

    /// <summary>Returns co-occurring entities, most significant first; excludes those with a single common article.</summary>
    public IReadOnlyList<Cooccurrence> Cooccurrences(EntityReference asked, EntityType? type, int limit, CancellationToken cancellation)
    {
        var entity = corrections.Resolve(asked);
        var own = ArticlesOf(entity, cancellation);
        var all = snapshot.Info.Articles;
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

        return Overlaps.MostSignificant(found, own.Count, all, limit, lookup.Named);
    }

    private ArticleSet ArticlesOf(EntityReference entity, CancellationToken cancellation) =>
        ArticleSet.Of(snapshot.Searcher, EntityQuery.Of(lookup.TermsOf(entity), corrections.HiddenFrom(entity)), cancellation);

    private EntityCard CardOf(EntityReference entity, long articles)
    {
        var names = entityNames.Of(entity);
        return new EntityCard(lookup.Named(entity), articles, names.Sum(name => name.Mentions), [.. names.Take(MaxNames)], null, null);
    }

    private (DateOnly? First, DateOnly? Last) Days(ArticleSet articles)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            if (leaf.AtomicReader.GetDocsWithField(IndexFields.FirstDay) is not { } dated)
                continue;
            var (firstDay, lastDay) =
                (leaf.AtomicReader.GetNumericDocValues(IndexFields.FirstDay), leaf.AtomicReader.GetNumericDocValues(IndexFields.LastDay));
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                if (!dated.Get(doc))
                    continue;
                first = Math.Min(first, (int)firstDay.Get(doc));
                last = Math.Max(last, (int)lastDay.Get(doc));
            }
        }

        return first == int.MaxValue ? (null, null) : (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last));
    }
}
