using NewsIndex.Articles;

namespace NewsIndex.Lucene.Schema;

/// <summary>Doc values fields of entities by type.</summary>
internal static class EntityFields
{
    public static string Of(EntityType type) => type switch
    {
        EntityType.Person => IndexFields.Person,
        EntityType.Organization => IndexFields.Organization,
        _ => IndexFields.Place,
    };
}
