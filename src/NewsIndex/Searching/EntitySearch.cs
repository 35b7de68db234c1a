using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Queries;
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

    public async Task<EntityMatches> MatchAsync(string name, EntityType? type, RankingPage page)
    {
        var (found, isMisspelt) = entityNames.Match(name, type);
        return new EntityMatches(await MentionedAsync(found, page), isMisspelt);
    }

    /// <summary>Returns co-occurring entities, most significant first; excludes those with a single common article.</summary>
    public async Task<RankedPage<Cooccurrence>> ListCooccurrencesAsync(EntityReference asked, EntityType? type, RankingPage page)
    {
        var found = await view.OverlapAsync(corrections.Resolve(asked), type, cancellation);
        return RankedPage.Of(
            Overlaps.MostSignificant(found.Others, found.Own, found.All, lookup.Named), page, view.Generation, corrections.LastNumber);
    }

    /// <summary>Cuts a page out of a list of entities, of which those without an article are passed over.</summary>
    private async Task<RankedPage<EntityCard>> MentionedAsync(IReadOnlyList<EntityReference> entities, RankingPage page)
    {
        var cards = new List<EntityCard>();
        var passed = page.Passed;
        for (var read = passed; read < entities.Count;)
        {
            var some = entities.Skip(read).Take(page.Size + 1).ToList();
            foreach (var (entity, articles) in some.Zip(await view.CountEntitiesAsync(some, cancellation)))
            {
                read++;
                if (articles == 0)
                    continue;
                if (cards.Count == page.Size)
                    return new RankedPage<EntityCard>(
                        cards, new RankingPlace(view.Generation, corrections.LastNumber, passed), view.Generation);
                cards.Add(CardOf(entity, articles));
                passed = read;
            }
        }

        return new RankedPage<EntityCard>(cards, null, view.Generation);
    }

    private EntityCard CardOf(EntityReference entity, long articles)
    {
        var names = entityNames.Of(entity);
        return new EntityCard(lookup.Named(entity), articles, names.Sum(name => name.Mentions), [.. names.Take(MaxNames)], null, null, 0);
    }
}
