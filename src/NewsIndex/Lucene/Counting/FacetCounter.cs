using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Evaluation;
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

    /// <summary>Words of a set whose articles are listed at once.</summary>
    private const int WordsAtOnce = 16;

    private static readonly ConditionalWeakTable<SharedOrdinals<string>, int[][]> SpellingsOf = [];

    private static readonly FrozenDictionary<FacetField, string> NamesOfKeys =
        Enum.GetValues<FacetField>().ToFrozenDictionary(field => field, field => $"key {field}");

    private static readonly FrozenDictionary<FacetField, string> NamesOfWritten =
        Enum.GetValues<FacetField>().ToFrozenDictionary(field => field, field => $"written {field}");

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
            var (column, numberOf, areDistinct) =
                (EntityColumn.Of(leaf.AtomicReader, type), numbers.Segment(leaf.Ord), numbers.AreDistinct(leaf.Ord));
            foreach (var doc in new SetBits(articles.Segment(leaf.Ord)))
            {
                LookForCancellation();
                foreach (var ordinal in column.Of(doc))
                {
                    if (areDistinct)
                        tally.Add(numberOf[ordinal], 1);
                    else
                        tally.Count(numberOf[ordinal], leaf.DocBase + doc);
                }
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
            reader, null, NamesOfKeys[field], [""],
            segment => ValueColumn.Of(segment, column).Normalised.Select(value => KeyOf(value, field)));
        var written = SharedOrdinals<string>.Of(
            reader, null, NamesOfWritten[field], [], segment => ValueColumn.Of(segment, column).Values);
        using var byKey = new ValueTally(keys.Count);
        using var byWritten = new ValueTally(written.Count);
        foreach (var leaf in reader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            var values = ValueColumn.Of(leaf.AtomicReader, column);
            CountSegment(leaf, values, articles.Segment(leaf.Ord), (keys, byKey), (written, byWritten));
        }

        var top = MostFrequent.Of(byKey.Counted, limit, key => keys[key]);
        var spellings = field == FacetField.Language ? null : SpellingsOf.GetValue(written, _ => Spellings(written, keys));
        return new Facet(
            field,
            [
                .. top.Select(each => (Name: spellings is null ? keys[each.Value] : NameOf(spellings[each.Value], byWritten, written),
                    each.Articles)).Select(label => new FacetValue(label.Name, label.Name, label.Articles)),
            ],
            byKey.Distinct);
    }

    /// <summary>Counts ordinals, and adds their sums to the values that they stand for.</summary>
    private void CountSegment(
        AtomicReaderContext leaf, ValueColumn values, FixedBitSet articles, (SharedOrdinals<string> Numbers, ValueTally Tally) keys,
        (SharedOrdinals<string> Numbers, ValueTally Tally) written)
    {
        var (keyOf, writtenOf) = (keys.Numbers.Segment(leaf.Ord), written.Numbers.Segment(leaf.Ord));
        // An article with two spellings of one value counts once for it.
        var countsOnce = values.Only is not null || keys.Numbers.AreDistinct(leaf.Ord);
        // By ordinal plus one; 0 counts the articles without a value.
        var counts = ArrayPool<int>.Shared.Rent(values.Values.Length + 1);
        counts.AsSpan(0, values.Values.Length + 1).Clear();
        if (values.Only is { } only)
            CountOnly(articles, only, counts);
        else
            CountAll(leaf, values, articles, counts, countsOnce ? null : keys);
        keys.Tally.Add(0, counts[0]);
        for (var ordinal = 0; ordinal < values.Values.Length; ordinal++)
        {
            written.Tally.Add(writtenOf[ordinal], counts[ordinal + 1]);
            if (countsOnce)
                keys.Tally.Add(keyOf[ordinal], counts[ordinal + 1]);
        }

        ArrayPool<int>.Shared.Return(counts);
    }

    private static void CountOnly(FixedBitSet articles, int[] only, int[] counts)
    {
        var words = articles.GetBits().AsSpan(0, FixedBitSet.Bits2words(articles.Length));
        Span<int> docs = stackalloc int[BitWords.ListLengthFor(WordsAtOnce)];
        for (var from = 0; from < words.Length; from += WordsAtOnce)
        {
            var count = BitWords.List(words[from..Math.Min(words.Length, from + WordsAtOnce)], from * BitWords.Size, docs);
            foreach (var doc in docs[..count])
                counts[only[doc]]++;
        }
    }

    /// <param name="keys">Null when their sums are those of the ordinals.</param>
    private void CountAll(
        AtomicReaderContext leaf, ValueColumn values, FixedBitSet articles, int[] counts,
        (SharedOrdinals<string> Numbers, ValueTally Tally)? keys)
    {
        var keyOf = keys?.Numbers.Segment(leaf.Ord);
        foreach (var doc in new SetBits(articles))
        {
            LookForCancellation();
            var ordinals = values.Of(doc);
            if (ordinals.IsEmpty)
                counts[0]++;
            foreach (var ordinal in ordinals)
            {
                counts[ordinal + 1]++;
                keys?.Tally.Count(keyOf![ordinal], leaf.DocBase + doc);
            }
        }
    }

    private void LookForCancellation()
    {
        if (++looked % LooksBetweenCancellationChecks == 0)
            cancellation.ThrowIfCancellationRequested();
    }

    private static string KeyOf(string normalised, FacetField field) =>
        field == FacetField.Language ? normalised.Split(' ')[0] : normalised;

    /// <summary>Returns the numbers of values as written by the numbers of their keys.</summary>
    private int[][] Spellings(SharedOrdinals<string> written, SharedOrdinals<string> keys)
    {
        var spellings = new SortedSet<int>[keys.Count];
        for (var segment = 0; segment < reader.Leaves.Count; segment++)
        {
            foreach (var (key, spelling) in keys.Segment(segment).Zip(written.Segment(segment)))
                (spellings[key] ??= []).Add(spelling);
        }

        return Array.ConvertAll(spellings, each => each is null ? [] : each.ToArray());
    }

    /// <summary>Returns the most frequent spelling; ties are broken by code units. The empty name if no article has one.</summary>
    private static string NameOf(int[] spellings, ValueTally byWritten, SharedOrdinals<string> written)
    {
        var (name, articles) = ("", 0);
        foreach (var spelling in spellings)
        {
            if (byWritten[spelling] > articles
                || (byWritten[spelling] == articles && articles > 0 && string.CompareOrdinal(written[spelling], name) < 0))
                (name, articles) = (written[spelling], byWritten[spelling]);
        }

        return name;
    }
}
