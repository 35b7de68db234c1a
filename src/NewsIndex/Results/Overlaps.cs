using NewsIndex.Entities;

namespace NewsIndex.Results;

/// <summary>Ranks entities by how significantly their articles overlap with those of one entity.</summary>
internal static class Overlaps
{
    /// <summary>One article with both may be a coincidence.</summary>
    private const int MinTogether = 2;

    /// <summary>Entities that meet more often than by chance, most significant first; ties by id.</summary>
    /// <param name="own">The number of articles of the entity itself.</param>
    /// <param name="all">The number of articles in the index.</param>
    /// <param name="named">Gives an entity its name; called only for those that are enumerated.</param>
    public static IEnumerable<Cooccurrence> MostSignificant(
        IEnumerable<EntityOverlap> overlaps, long own, long all, Func<EntityReference, NamedReference> named) =>
        overlaps.Where(each => each.Together >= MinTogether && Lift(each, own, all) > 1)
            .Select(each => (Overlap: each, Significance: LogLikelihood.Ratio(each.Together, own, each.Articles, all)))
            .OrderByDescending(each => each.Significance).ThenBy(each => each.Overlap.Entity.Id, StringComparer.Ordinal)
            .Select(each => new Cooccurrence(
                named(each.Overlap.Entity), each.Overlap.Together, each.Overlap.Articles, Lift(each.Overlap, own, all), each.Significance));

    private static double Lift(EntityOverlap overlap, long own, long all) =>
        (double)overlap.Together * all / ((double)own * overlap.Articles);
}
