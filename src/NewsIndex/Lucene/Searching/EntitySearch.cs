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

/// <summary>Answers what is asked of entities rather than of articles.</summary>
internal sealed class EntitySearch(IndexSnapshot snapshot, EntityCorrections corrections)
{
    private const int MostNames = 100;
    private const int LeastTogether = 2;

    private readonly EntityLookup lookup = new(snapshot.Reader, corrections);
    private readonly EntityNames entityNames = new(snapshot.Reader, corrections);

    /// <summary>Null when nothing mentions it.</summary>
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
        var typed = NameKey.Said(name);
        var found = entityNames.BeginningWith(typed, type);
        var isMisspelt = found.Count == 0;
        if (isMisspelt)
            found = entityNames.SpeltLike(typed, type, typed.Length < 6 ? 1 : 2);
        var top = found.OrderByDescending(each => each.Mentions).ThenBy(each => each.Entity.Id, StringComparer.Ordinal).Take(limit)
            .Select(each => CardOf(each.Entity, ArticlesOf(each.Entity, cancellation).Count)).Where(card => card.Articles > 0);
        return new EntityMatches([.. top], isMisspelt && found.Count > 0);
    }

    /// <summary>Most significant first; entities that meet once only are left out.</summary>
    public IReadOnlyList<Cooccurrence> Cooccurrences(EntityReference asked, EntityType? type, int limit, CancellationToken cancellation)
    {
        var entity = corrections.Resolve(asked);
        var own = ArticlesOf(entity, cancellation);
        var all = snapshot.Info.Articles;
        var everything = ArticleSet.Of(snapshot.Searcher, new MatchAllDocsQuery(), cancellation);
        var counter = new FacetCounter(snapshot.Reader, lookup, corrections, cancellation);
        var found = new List<Cooccurrence>();
        foreach (var each in type is { } only ? [only] : Enum.GetValues<EntityType>())
        {
            var together = counter.CountEntities(own, each);
            var anywhere = counter.CountEntities(everything, each).ToDictionary(counted => counted.Entity, counted => counted.Articles);
            foreach (var (other, count) in together.Where(counted => counted.Articles >= LeastTogether && counted.Entity != entity))
            {
                var others = anywhere[other];
                found.Add(new Cooccurrence(
                    new NamedReference(other, ""), count, others, (double)count * all / ((double)own.Count * others),
                    LogLikelihood.Ratio(count, own.Count, others, all)));
            }
        }

        return [
            .. found.Where(each => each.Lift > 1).OrderByDescending(each => each.Significance).ThenBy(
                each => each.Entity.Entity.Id, StringComparer.Ordinal).Take(limit)
            .Select(each => each with { Entity = lookup.Named(each.Entity.Entity) })];
    }

    private ArticleSet ArticlesOf(EntityReference entity, CancellationToken cancellation) =>
        ArticleSet.Of(snapshot.Searcher, EntityQuery.Of(lookup.TermsOf(entity), corrections.HiddenFrom(entity)), cancellation);

    private EntityCard CardOf(EntityReference entity, long articles)
    {
        var names = entityNames.Of(entity)
            .OrderByDescending(name => name.Mentions).ThenBy(name => name.Name, StringComparer.Ordinal)
            .ToList();
        return new EntityCard(lookup.Named(entity), articles, names.Sum(name => name.Mentions), [.. names.Take(MostNames)], null, null);
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
