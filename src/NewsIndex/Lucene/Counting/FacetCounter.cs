using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Translation;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Counting;

/// <summary>Counts articles by the values of a facet.</summary>
internal sealed class FacetCounter(IndexReader reader, EntityLookup lookup, EntityCorrections corrections, CancellationToken cancellation)
{
    private const int LooksBetweenCancellationChecks = 4096;

    private static readonly ConditionalWeakTable<SharedOrdinals<string>, int[]> KeysOfWritten = [];

    private long looked;

    public Facet Count(ArticleSet articles, FacetField field, int limit) => field switch
    {
        FacetField.Person => Entities(field, articles, EntityType.Person, limit),
        FacetField.Organization => Entities(field, articles, EntityType.Organization, limit),
        FacetField.Place => Entities(field, articles, EntityType.Place, limit),
        _ => CountLabels(articles, field, limit),
    };

    /// <summary>Counts articles by corrected entity, unordered, for each entity that an article of the set mentions.</summary>
    public List<(EntityReference Entity, long Articles)> CountEntities(ArticleSet articles, EntityType type)
    {
        var numbers = EntityColumn.NumbersIn(reader, type, corrections);
        using var tally = Tally(articles, type, numbers);
        return [.. Corrected(tally, numbers, CountAgain(articles, type))];
    }

    private Facet Entities(FacetField field, ArticleSet articles, EntityType type, int limit)
    {
        var numbers = EntityColumn.NumbersIn(reader, type, corrections);
        using var tally = Tally(articles, type, numbers);
        var again = CountAgain(articles, type);
        var counts = Corrected(tally, numbers, again);
        var top = MostFrequent.Of(counts, limit, entity => entity.Id);
        return new Facet(
            field, [.. top.Select(each => new FacetValue(each.Value.Id, lookup.Named(each.Value).Name, each.Articles))],
            again.Count == 0 ? tally.Distinct : counts.Count());
    }

    private ValueTally Tally(ArticleSet articles, EntityType type, SharedOrdinals<EntityReference> numbers)
    {
        var tally = new ValueTally(numbers.Count);
        foreach (var leaf in reader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            var column = EntityColumn.Of(leaf.AtomicReader, type);
            var numberOf = numbers.Segment(leaf.Ord);
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                LookForCancellation();
                foreach (var ordinal in column.Of(doc))
                    tally.Count(numberOf[ordinal], leaf.DocBase + doc);
            }
        }

        return tally;
    }

    private static IEnumerable<(EntityReference Entity, long Articles)> Corrected(
        ValueTally tally, SharedOrdinals<EntityReference> numbers, Dictionary<EntityReference, long> again) =>
        tally.Counted.Select(each => (Entity: numbers[each.Number], each.Articles)).Where(each => !again.ContainsKey(each.Entity))
            .Concat(again.Where(each => each.Value > 0).Select(each => (each.Key, each.Value)));

    /// <summary>Recounts split entities and those hidden in some articles with a search for each.</summary>
    private Dictionary<EntityReference, long> CountAgain(ArticleSet articles, EntityType type) =>
        corrections.InForce.SelectMany(correction => correction switch
        {
            EntityCorrection.Split split => [split.From, split.Into],
            EntityCorrection.Hide hide => [hide.Entity],
            _ => (EntityReference[])[],
        }).Select(corrections.Resolve).Where(entity => entity.Type == type).Distinct()
            .ToDictionary(entity => entity,
                entity => ArticleSet.Of(new IndexSearcher(reader), EntityQuery.Of(lookup.TermsOf(entity), corrections.HiddenFrom(entity)),
                cancellation).CountWith(articles));

    /// <summary>
    /// Counts spellings that a query does not distinguish as one value, under the most frequent spelling; languages without regions. Each
    /// count equals the number of hits of the query narrowed to the value.
    /// </summary>
    private Facet CountLabels(ArticleSet articles, FacetField field, int limit)
    {
        var column = LabelFields.Of(field.ToLabel()).Written;
        // An article without a value has the empty value, which is number 0.
        var keys = SharedOrdinals<string>.Of(
            reader, null, $"key {field}", [""], segment => ValueColumn.Of(segment, column).Normalised.Select(value => KeyOf(value, field)));
        var written = SharedOrdinals<string>.Of(reader, null, $"written {field}", [], segment => ValueColumn.Of(segment, column).Values);
        using var byKey = new ValueTally(keys.Count);
        using var byWritten = new ValueTally(written.Count);
        foreach (var leaf in reader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            var (values, keyNumbers, writtenNumbers) =
                (ValueColumn.Of(leaf.AtomicReader, column), keys.Segment(leaf.Ord), written.Segment(leaf.Ord));
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                LookForCancellation();
                var ordinals = values.Of(doc);
                if (ordinals.IsEmpty)
                    byKey.Count(0, leaf.DocBase + doc);
                foreach (var ordinal in ordinals)
                {
                    byKey.Count(keyNumbers[ordinal], leaf.DocBase + doc);
                    byWritten.Count(writtenNumbers[ordinal], leaf.DocBase + doc);
                }
            }
        }

        var top = MostFrequent.Of(byKey.Counted, limit, key => keys[key]);
        var names = field == FacetField.Language
            ? []
            : Names([.. top.Select(each => each.Value)], byWritten, written, KeysOfWritten.GetValue(written, _ => KeysOf(written, keys)));
        var labels = top.Select(each => (Name: names.GetValueOrDefault(each.Value, keys[each.Value]), each.Articles));
        return new Facet(field, [.. labels.Select(label => new FacetValue(label.Name, label.Name, label.Articles))], byKey.Distinct);
    }

    private void LookForCancellation()
    {
        if (++looked % LooksBetweenCancellationChecks == 0)
            cancellation.ThrowIfCancellationRequested();
    }

    private static string KeyOf(string normalised, FacetField field) =>
        field == FacetField.Language ? normalised.Split(' ')[0] : normalised;

    /// <summary>Returns the numbers of keys by those of values as written.</summary>
    private int[] KeysOf(SharedOrdinals<string> written, SharedOrdinals<string> keys)
    {
        var keyOf = new int[written.Count];
        for (var segment = 0; segment < reader.Leaves.Count; segment++)
        {
            var (writtenNumbers, keyNumbers) = (written.Segment(segment), keys.Segment(segment));
            for (var ordinal = 0; ordinal < writtenNumbers.Length; ordinal++)
                keyOf[writtenNumbers[ordinal]] = keyNumbers[ordinal];
        }

        return keyOf;
    }

    /// <summary>Returns the most frequent spelling by number of the key; ties are broken by code units.</summary>
    private static Dictionary<int, string> Names(HashSet<int> wanted, ValueTally byWritten, SharedOrdinals<string> written, int[] keys)
    {
        var names = new Dictionary<int, (string Name, long Articles)>();
        foreach (var (number, articles) in byWritten.Counted)
        {
            var (name, key) = (written[number], keys[number]);
            if (wanted.Contains(key) && (!names.TryGetValue(key, out var best) || articles > best.Articles
                || (articles == best.Articles && string.CompareOrdinal(name, best.Name) < 0)))
                names[key] = (name, articles);
        }

        return names.ToDictionary(each => each.Key, each => each.Value.Name);
    }
}
