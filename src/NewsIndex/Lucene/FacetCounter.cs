using Lucene.Net.Index;
using Lucene.Net.Search;
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

    /// <summary>Articles by entity, as corrected, in no order; each that an article of the set mentions.</summary>
    public List<(EntityReference Entity, long Articles)> CountEntities(ArticleSet articles, EntityType type)
    {
        var numbers = SharedOrdinals<EntityReference>.Of(
            reader, corrections.InForce.Count == 0 ? null : corrections, type.ToString(), [], segment => EntityColumn.Of(segment, type).Entities.Select(corrections.Resolve));
        var counts = new int[numbers.Values.Count];
        var seen = new int[counts.Length];
        foreach (var leaf in reader.Leaves)
        {
            var column = EntityColumn.Of(leaf.AtomicReader, type);
            var numberOf = numbers.Segment(leaf.Ord);
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                foreach (var ordinal in column.Of(doc))
                    CountOnce(counts, seen, numberOf[ordinal], leaf.DocBase + doc);
            }
        }

        var found = new List<(EntityReference, long)>();
        for (var number = 0; number < counts.Length; number++)
        {
            if (counts[number] > 0)
                found.Add((numbers.Values[number], counts[number]));
        }

        Correct(articles, type, found);
        return found;
    }

    /// <summary>Two values that are one, merged entities say, count once in an article that has both.</summary>
    /// <param name="seen">By number, one more than the article that was counted last.</param>
    private static void CountOnce(int[] counts, int[] seen, int number, int article)
    {
        if (seen[number] == article + 1)
            return;
        seen[number] = article + 1;
        counts[number]++;
    }

    /// <summary>Entities that were split, and those hidden in some articles, are counted by what would be found.</summary>
    private void Correct(ArticleSet articles, EntityType type, List<(EntityReference Entity, long Articles)> counts)
    {
        var affected = corrections.InForce.SelectMany(correction => correction switch
        {
            EntityCorrection.Split split => [split.From, split.Into],
            EntityCorrection.Hide hide => [hide.Entity],
            _ => (EntityReference[])[],
        }).Select(corrections.Resolve).Where(entity => entity.Type == type).ToHashSet();
        if (affected.Count > 0)
            counts.RemoveAll(each => affected.Contains(each.Entity));
        foreach (var entity in affected)
        {
            var found = ArticleSet.Of(new IndexSearcher(reader), EntityQuery.Of(lookup.TermsOf(entity), corrections.HiddenFrom(entity)), CancellationToken.None);
            if (found.CountWith(articles) is var count and > 0)
                counts.Add((entity, count));
        }
    }

    private Facet Entities(FacetField field, List<(EntityReference Entity, long Articles)> counts, int limit)
    {
        var top = MostFrequent.Of(counts, limit, entity => entity.Id);
        return new Facet(field, [.. top.Select(each => new FacetValue(each.Value.Id, lookup.Named(each.Value).Name, each.Articles))], counts.Count);
    }

    /// <summary>
    /// Spellings that a query does not tell apart are one value, under the one that most articles have; of languages, all regions are. So a
    /// count is what the query narrowed to it finds.
    /// </summary>
    private Facet CountLabels(ArticleSet articles, FacetField field, int limit)
    {
        var column = LabelFields.Of(LabelOf(field)).Written;
        // An article without a value has the empty one, which is number 0.
        var keys = SharedOrdinals<string>.Of(reader, null, $"key {field}", [""], segment => ValueColumn.Of(segment, column).Normalised.Select(value => KeyOf(value, field)));
        var written = SharedOrdinals<string>.Of(reader, null, $"written {field}", [], segment => ValueColumn.Of(segment, column).Values);
        var (byKey, byWritten) = (new int[keys.Values.Count], new int[written.Values.Count]);
        var (seen, keyOf) = (new int[byKey.Length], new int[byWritten.Length]);
        foreach (var leaf in reader.Leaves)
        {
            var (values, keyNumbers, writtenNumbers) = (ValueColumn.Of(leaf.AtomicReader, column), keys.Segment(leaf.Ord), written.Segment(leaf.Ord));
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                var ordinals = values.Of(doc);
                if (ordinals.IsEmpty)
                    byKey[0]++;
                foreach (var ordinal in ordinals)
                {
                    CountOnce(byKey, seen, keyNumbers[ordinal], leaf.DocBase + doc);
                    byWritten[writtenNumbers[ordinal]]++;
                    keyOf[writtenNumbers[ordinal]] = keyNumbers[ordinal];
                }
            }
        }

        var top = MostFrequent.Of(Enumerable.Range(0, byKey.Length).Where(key => byKey[key] > 0).Select(key => (key, (long)byKey[key])), limit, key => keys.Values[key]);
        var names = field == FacetField.Language ? [] : Names([.. top.Select(each => each.Value)], byWritten, keyOf, written.Values);
        var labels = top.Select(each => (Name: names.GetValueOrDefault(each.Value, keys.Values[each.Value]), each.Articles));
        return new Facet(field, [.. labels.Select(label => new FacetValue(label.Name, label.Name, label.Articles))], byKey.Count(count => count > 0));
    }

    private static string KeyOf(string normalised, FacetField field) => field == FacetField.Language ? normalised.Split(' ')[0] : normalised;

    /// <summary>By key, the spelling that most articles have; of equals, the first by code units.</summary>
    private static Dictionary<int, string> Names(HashSet<int> wanted, int[] byWritten, int[] keyOf, IReadOnlyList<string> written)
    {
        var names = new Dictionary<int, string>();
        var most = new Dictionary<int, int>();
        for (var number = 0; number < byWritten.Length; number++)
        {
            var (key, count) = (keyOf[number], byWritten[number]);
            if (count == 0 || !wanted.Contains(key) || count < most.GetValueOrDefault(key))
                continue;
            if (count > most.GetValueOrDefault(key) || string.CompareOrdinal(written[number], names[key]) < 0)
                (names[key], most[key]) = (written[number], count);
        }

        return names;
    }
}
