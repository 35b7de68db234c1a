using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Hits;
using NewsIndex.Queries;

namespace NewsIndex.Lucene;

/// <summary>Counts articles by what they have.</summary>
internal sealed class FacetCounter(IndexReader reader, EntityLookup lookup, EntityCorrections corrections)
{
    public Facet Count(ArticleSet articles, FacetField field, int limit) => field switch
    {
        FacetField.Person => Entities(field, CountEntities(articles, EntityType.Person), limit),
        FacetField.Organization => Entities(field, CountEntities(articles, EntityType.Organization), limit),
        FacetField.Place => Entities(field, CountEntities(articles, EntityType.Place), limit),
        _ => CountLabels(articles, field, limit),
    };

    public static ArticleLabel LabelOf(FacetField field) => field switch
    {
        FacetField.Source => ArticleLabel.Source,
        FacetField.Section => ArticleLabel.Section,
        FacetField.Author => ArticleLabel.Author,
        FacetField.Tag => ArticleLabel.Tag,
        FacetField.Language => ArticleLabel.Language,
        _ => throw new InvalidOperationException($"{field} is no label."),
    };

    /// <summary>Articles by entity, as corrected.</summary>
    public Dictionary<EntityReference, long> CountEntities(ArticleSet articles, EntityType type)
    {
        var counts = new Dictionary<EntityReference, long>();
        foreach (var leaf in reader.Leaves)
        {
            var column = EntityColumn.Of(leaf.AtomicReader, type);
            var (stands, entities) = Canonical(column);
            var inSegment = new int[entities.Count];
            var lastDoc = new int[entities.Count];
            Array.Fill(lastDoc, -1);
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIteratorEnd; doc = docs.NextDoc())
            {
                foreach (var ordinal in column.Of(doc))
                {
                    // Two that were merged count once in an article that has both.
                    var entity = stands[ordinal];
                    if (lastDoc[entity] == doc)
                        continue;
                    lastDoc[entity] = doc;
                    inSegment[entity]++;
                }
            }

            for (var i = 0; i < inSegment.Length; i++)
            {
                if (inSegment[i] > 0)
                    counts[entities[i]] = counts.GetValueOrDefault(entities[i]) + inSegment[i];
            }
        }

        Correct(articles, type, counts);
        return counts;
    }

    private const int DocIdSetIteratorEnd = global::Lucene.Net.Search.DocIdSetIterator.NO_MORE_DOCS;

    /// <summary>By ordinal, which entity of the list stands for it.</summary>
    private (int[] Stands, IReadOnlyList<EntityReference> Entities) Canonical(EntityColumn column)
    {
        if (corrections.InForce.Count == 0)
            return ([.. Enumerable.Range(0, column.Entities.Length)], column.Entities);
        var numbers = new Dictionary<EntityReference, int>();
        var entities = new List<EntityReference>();
        var stands = new int[column.Entities.Length];
        for (var ordinal = 0; ordinal < stands.Length; ordinal++)
        {
            var entity = corrections.Resolve(column.Entities[ordinal]);
            if (!numbers.TryGetValue(entity, out stands[ordinal]))
            {
                numbers[entity] = stands[ordinal] = entities.Count;
                entities.Add(entity);
            }
        }

        return (stands, entities);
    }

    /// <summary>Entities that were split, and those hidden in some articles, are counted by what would be found.</summary>
    private void Correct(ArticleSet articles, EntityType type, Dictionary<EntityReference, long> counts)
    {
        var affected = corrections.InForce.SelectMany(correction => correction switch
        {
            EntityCorrection.Split split => [split.From, split.Into],
            EntityCorrection.Hide hide => [hide.Entity],
            _ => (EntityReference[])[],
        }).Select(corrections.Resolve).Where(entity => entity.Type == type).Distinct();
        foreach (var entity in affected)
        {
            var found = ArticleSet.Of(new global::Lucene.Net.Search.IndexSearcher(reader), EntityQuery.Of(lookup.TermsOf(entity), corrections.HiddenFrom(entity)), CancellationToken.None);
            if (found.CountWith(articles) is var count and > 0)
                counts[entity] = count;
            else
                counts.Remove(entity);
        }
    }

    private Facet Entities(FacetField field, Dictionary<EntityReference, long> counts, int limit)
    {
        var top = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Id, StringComparer.Ordinal).Take(limit);
        return new Facet(field, [.. top.Select(pair => new FacetValue(pair.Key.Id, lookup.Named(pair.Key).Name, pair.Value))], counts.Count);
    }

    /// <summary>
    /// Spellings that a query does not tell apart are one value, under the one that most articles have; of languages, all regions are. So a
    /// count is what the query narrowed to it finds.
    /// </summary>
    private Facet CountLabels(ArticleSet articles, FacetField field, int limit)
    {
        var values = new Dictionary<string, (long Articles, string Written, long Most)>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            var column = ValueColumn.Of(leaf.AtomicReader, LabelFields.Of(LabelOf(field)).Written);
            var (keys, keyOf) = Keys(column, field);
            var byKey = new long[keys.Count];
            var byOrdinal = new long[column.Values.Length];
            var lastDoc = new int[keys.Count];
            Array.Fill(lastDoc, -1);
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIteratorEnd; doc = docs.NextDoc())
            {
                var ordinals = column.Of(doc);
                if (ordinals.IsEmpty)
                    byKey[0]++;
                foreach (var ordinal in ordinals)
                {
                    byOrdinal[ordinal]++;
                    var key = keyOf[ordinal];
                    if (lastDoc[key] == doc)
                        continue;
                    lastDoc[key] = doc;
                    byKey[key]++;
                }
            }

            for (var key = 0; key < byKey.Length; key++)
            {
                if (byKey[key] > 0)
                    values[keys[key]] = values.GetValueOrDefault(keys[key], (0, keys[key], 0)) is var sum ? (sum.Articles + byKey[key], sum.Written, sum.Most) : default;
            }

            for (var ordinal = 0; ordinal < byOrdinal.Length && field != FacetField.Language; ordinal++)
            {
                if (byOrdinal[ordinal] > 0 && values[keys[keyOf[ordinal]]] is var value && byOrdinal[ordinal] > value.Most)
                    values[keys[keyOf[ordinal]]] = (value.Articles, column.Values[ordinal], byOrdinal[ordinal]);
            }
        }

        var top = values.OrderByDescending(pair => pair.Value.Articles).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(limit);
        return new Facet(field, [.. top.Select(pair => new FacetValue(pair.Value.Written, pair.Value.Written, pair.Value.Articles))], values.Count);
    }

    /// <summary>What spellings have in common, the empty one first, and by ordinal which of them a value has.</summary>
    private static (List<string> Keys, int[] KeyOf) Keys(ValueColumn column, FacetField field)
    {
        var keys = new List<string> { "" };
        var places = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        var keyOf = new int[column.Values.Length];
        for (var ordinal = 0; ordinal < keyOf.Length; ordinal++)
        {
            var key = column.Normalised[ordinal];
            if (field == FacetField.Language)
                key = key.Split(' ')[0];
            if (!places.TryGetValue(key, out keyOf[ordinal]))
            {
                places[key] = keyOf[ordinal] = keys.Count;
                keys.Add(key);
            }
        }

        return (keys, keyOf);
    }
}
