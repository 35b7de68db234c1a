using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsIndex.Lucene;

/// <summary>Which entities of a type the articles of a segment mention, in memory: 4 bytes an article and 4 a mention. Read when first needed.</summary>
internal sealed class EntityColumn
{
    private static readonly ConditionalWeakTable<object, EntityColumn?[]> BySegment = [];

    private readonly int[] starts;
    private readonly int[] ordinals;

    private EntityColumn(AtomicReader segment, EntityType type)
    {
        var values = segment.GetSortedSetDocValues(ArticleToDocument.FieldOf(type));
        starts = new int[segment.MaxDoc + 1];
        var all = new List<int>();
        for (var doc = 0; doc < segment.MaxDoc && values is not null; doc++)
        {
            starts[doc] = all.Count;
            values.SetDocument(doc);
            for (long ordinal; (ordinal = values.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS;)
                all.Add((int)ordinal);
        }

        starts[^1] = all.Count;
        ordinals = [.. all];
        Entities = new EntityReference[values?.ValueCount ?? 0];
        var id = new BytesRef();
        for (var ordinal = 0; ordinal < Entities.Length; ordinal++)
        {
            values!.LookupOrd(ordinal, id);
            Entities[ordinal] = new EntityReference(type, id.Utf8ToString());
        }
    }

    /// <summary>By ordinal.</summary>
    public EntityReference[] Entities { get; }

    public static EntityColumn Of(AtomicReader segment, EntityType type)
    {
        var columns = BySegment.GetValue(segment.CoreCacheKey, _ => new EntityColumn?[3]);
        return columns[(int)type] ??= new EntityColumn(segment, type);
    }

    /// <summary>Ordinals of the entities of an article.</summary>
    public ReadOnlySpan<int> Of(int doc) => ordinals.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);
}
