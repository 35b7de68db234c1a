using System.Collections.Frozen;
using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Columns;

/// <summary>Entities of a type that the articles of a segment mention.</summary>
internal sealed class EntityColumn
{
    private static readonly FrozenDictionary<EntityType, PerSegment<EntityColumn>> Made = Enum.GetValues<EntityType>().ToFrozenDictionary(
        type => type,
        type => new PerSegment<EntityColumn>(segment => new EntityColumn(ValueColumn.Of(segment, EntityFields.Of(type)), type)));

    private readonly ValueColumn values;

    private EntityColumn(ValueColumn values, EntityType type) =>
        (this.values, Entities) = (values, [.. values.Values.Select(id => new EntityReference(type, id))]);

    /// <summary>Entities by ordinal.</summary>
    public EntityReference[] Entities { get; }

    public static EntityColumn Of(AtomicReader segment, EntityType type) => Made[type].Of(segment);

    /// <summary>Numbers the entities of all segments of a generation.</summary>
    public static SharedOrdinals<EntityReference> NumbersIn(IndexReader reader, EntityType type) =>
        SharedOrdinals<EntityReference>.Of(reader, null, type.ToString(), [], segment => Of(segment, type).Entities);

    /// <summary>Numbers the entities of all segments of a generation as corrected.</summary>
    public static SharedOrdinals<EntityReference> NumbersIn(IndexReader reader, EntityType type, EntityCorrections corrections) =>
        corrections.InForce.Count == 0
            ? NumbersIn(reader, type)
            : SharedOrdinals<EntityReference>.Of(
                reader, corrections, type.ToString(), [], segment => Of(segment, type).Entities.Select(corrections.Resolve));

    /// <summary>Returns the ordinals of an article's entities.</summary>
    public ReadOnlySpan<int> Of(int doc) => values.Of(doc);
}
