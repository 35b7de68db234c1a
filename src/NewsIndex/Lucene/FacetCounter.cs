using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Hits;

namespace NewsIndex.Lucene;

/// <summary>Counts articles by what they have.</summary>
internal sealed class FacetCounter(IndexReader reader, EntityLookup lookup, EntityCorrections corrections)
{
    public Facet Count(ArticleSet articles, FacetField field, int limit) => field switch
    {
        FacetField.Source => Named(field, CountNames(articles, Fields.SourceName), limit),
        FacetField.Language => Named(field, CountNames(articles, Fields.LanguageTag), limit),
        FacetField.Section => Named(field, CountNames(articles, Fields.SectionName), limit),
        FacetField.Author => Named(field, CountNames(articles, Fields.AuthorName), limit),
        FacetField.Tag => Named(field, CountNames(articles, Fields.TagName), limit),
        FacetField.Person => Entities(field, CountEntities(articles, EntityType.Person), limit),
        FacetField.Organization => Entities(field, CountEntities(articles, EntityType.Organization), limit),
        _ => Entities(field, CountEntities(articles, EntityType.Place), limit),
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

    private Dictionary<string, long> CountNames(ArticleSet articles, string field)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            var column = ValueColumn.Of(leaf.AtomicReader, field);
            var byOrdinal = new long[column.Values.Length];
            var without = 0;
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIteratorEnd; doc = docs.NextDoc())
            {
                var values = column.Of(doc);
                without += values.IsEmpty ? 1 : 0;
                foreach (var ordinal in values)
                    byOrdinal[ordinal]++;
            }

            if (without > 0)
                counts[""] = counts.GetValueOrDefault("") + without;
            for (var ordinal = 0; ordinal < byOrdinal.Length; ordinal++)
            {
                if (byOrdinal[ordinal] > 0)
                    counts[column.Values[ordinal]] = counts.GetValueOrDefault(column.Values[ordinal]) + byOrdinal[ordinal];
            }
        }

        return counts;
    }

    private static Facet Named(FacetField field, Dictionary<string, long> counts, int limit) =>
        new(field, [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(limit).Select(pair => new FacetValue(pair.Key, pair.Key, pair.Value))], counts.Count);
}
