using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>Searches for entities instead of articles.</summary>
/// <param name="corrections">Those of the view.</param>
internal sealed class EntitySearch(IIndexView view, EntityCorrections corrections, CancellationToken cancellation)
{
    private const int MaxNames = 100;

    private readonly EntityLookup lookup = new(view.Names, corrections);
    private readonly EntityNames entityNames = new(view.Names, corrections);

    /// <summary>Returns null when no article mentions the entity.</summary>
    public async Task<EntityCard?> FindAsync(EntityReference asked)
    {
        var entity = corrections.Resolve(asked);
        var found = await view.DescribeEntityAsync(entity, cancellation);
        return found.Articles == 0
            ? null
            : CardOf(entity, found.Articles) with { First = found.First, Last = found.Last, Undated = found.Undated };
    }

    /// <summary>Returns entities with their display names, in their order.</summary>
    public IReadOnlyList<NamedReference> Name(IReadOnlyList<EntityReference> entities) => [.. entities.Select(lookup.Named)];

    public async Task<EntityMatches> MatchAsync(string name, EntityType? type, int limit)
    {
        var (found, isMisspelt) = entityNames.Match(name, type);
        var first = found.Take(limit).ToList();
        var counts = await view.CountEntitiesAsync(first, cancellation);
        return new EntityMatches(
            [.. first.Zip(counts).Where(each => each.Second > 0).Select(each => CardOf(each.First, each.Second))], isMisspelt);
    }

    /// <summary>Returns co-occurring entities, most significant first; excludes those with a single common article.</summary>
    public async Task<IReadOnlyList<Cooccurrence>> ListCooccurrencesAsync(EntityReference asked, EntityType? type, int limit)
    {
        var found = await view.OverlapAsync(corrections.Resolve(asked), type, cancellation);
        return Overlaps.MostSignificant(found.Others, found.Own, found.All, limit, lookup.Named);
    }

    private EntityCard CardOf(EntityReference entity, long articles)
    {
        var names = entityNames.Of(entity);
        return new EntityCard(lookup.Named(entity), articles, names.Sum(name => name.Mentions), [.. names.Take(MaxNames)], null, null, 0);
    }
}
