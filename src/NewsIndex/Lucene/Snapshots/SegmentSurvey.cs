using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>
/// Counts the contents of a segment article by article, because Lucene's statistics include old revisions. Computed once for the live
/// documents of a segment.
/// </summary>
internal sealed class SegmentSurvey
{
    private static readonly PerLiveDocs<SegmentSurvey> Made = new(segment => new SegmentSurvey(segment));

    private SegmentSurvey(AtomicReader segment)
    {
        var current = new CurrentArticles(segment);
        var headlineOnly = segment.GetNumericDocValues(IndexFields.HeadlineOnly);
        var firstDay = segment.GetNumericDocValues(IndexFields.FirstDay);
        var lastDay = segment.GetNumericDocValues(IndexFields.LastDay);
        var dated = segment.GetDocsWithField(IndexFields.FirstDay);
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            if (!current.Get(doc))
                continue;
            Articles++;
            HeadlinesOnly += headlineOnly.Get(doc);
            if (dated?.Get(doc) != true)
            {
                Undated++;
                continue;
            }

            FirstDay = Math.Min(FirstDay, firstDay!.Get(doc));
            LastDay = Math.Max(LastDay, lastDay!.Get(doc));
        }

        Sources = CountLabels(ValueColumn.Of(segment, IndexFields.SourceName), current);
        Languages = CountLabels(ValueColumn.Of(segment, IndexFields.LanguageTag), current);
        Mentioned = Enum.GetValues<EntityType>().ToDictionary(type => type, type => OrdinalsIn(EntityColumn.Of(segment, type), current));
    }

    public long Articles { get; }

    public long HeadlinesOnly { get; }

    public long Undated { get; }

    /// <summary>Earliest day by its number; the maximum when every article is undated.</summary>
    public long FirstDay { get; } = long.MaxValue;

    /// <summary>Latest day by its number; the minimum when every article is undated.</summary>
    public long LastDay { get; } = long.MinValue;

    /// <summary>Articles by source; those without a source are under the empty name.</summary>
    public IReadOnlyDictionary<string, long> Sources { get; }

    /// <summary>Articles by language; those of unknown language are under the empty name.</summary>
    public IReadOnlyDictionary<string, long> Languages { get; }

    /// <summary>Ordinals of the entities that the articles mention: see <see cref="EntityColumn"/>.</summary>
    public IReadOnlyDictionary<EntityType, FixedBitSet> Mentioned { get; }

    public static SegmentSurvey Of(AtomicReader segment) => Made.Of(segment);

    private static Dictionary<string, long> CountLabels(ValueColumn labels, CurrentArticles current)
    {
        // The last number is that of articles without the label.
        var counts = new long[labels.Values.Length + 1];
        for (var doc = 0; doc < current.Length; doc++)
        {
            if (current.Get(doc))
                counts[labels.Of(doc) is [var only, ..] ? only : labels.Values.Length]++;
        }

        var named = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, count) in labels.Values.Append("").Zip(counts).Where(each => each.Second > 0))
            named[name] = named.GetValueOrDefault(name) + count;
        return named;
    }

    private static FixedBitSet OrdinalsIn(EntityColumn entities, CurrentArticles current)
    {
        var ordinals = new FixedBitSet(Math.Max(1, entities.Entities.Length));
        for (var doc = 0; doc < current.Length; doc++)
        {
            if (!current.Get(doc))
                continue;
            foreach (var ordinal in entities.Of(doc))
                ordinals.Set(ordinal);
        }

        return ordinals;
    }
}
