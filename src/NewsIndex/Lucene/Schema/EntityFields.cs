using NewsIndex.Articles;

namespace NewsIndex.Lucene.Schema;

/// <summary>The doc values that hold the entities of a type.</summary>
internal static class EntityFields
{
    public static string Of(EntityType type) => type switch
    {
        EntityType.Person => IndexFields.Person,
        EntityType.Organization => IndexFields.Organization,
        _ => IndexFields.Place,
    };
}
