using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Suggesting;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The sources of an index, most frequent first. Read once a generation.</summary>
internal sealed class SourceDictionary
{
    private static readonly PerGeneration<SourceDictionary> Made = new(reader => new SourceDictionary(reader));

    private readonly List<(string Name, string Normalised, long Articles)> sources;

    private SourceDictionary(IndexReader reader) => sources =
    [
        .. reader.Leaves.SelectMany(leaf => VisibleValues.Of(leaf.AtomicReader, IndexFields.SourceName))
            .GroupBy(LabelFields.Normalise, StringComparer.Ordinal)
            .Select(group => (group.First(), group.Key, (long)reader.DocFreq(new Term(IndexFields.Source, group.Key))))
            .Where(source => source.Item3 > 0)
            .OrderByDescending(source => source.Item3).ThenBy(source => source.Key, StringComparer.Ordinal),
    ];

    public static SourceDictionary Of(IndexReader reader) => Made.Of(reader);

    /// <summary>Sources with a word that has a prefix.</summary>
    public IEnumerable<(string Name, long Articles)> WithPrefix(string normalised) => sources
        .Where(source => source.Normalised.StartsWith(normalised, StringComparison.Ordinal)
            || source.Normalised.Contains(" " + normalised, StringComparison.Ordinal))
        .Select(source => (source.Name, source.Articles));

    /// <summary>Names with a word that has a prefix, followed by similar names; see <see cref="LabelSimilarity"/>.</summary>
    public IEnumerable<string> Like(string normalised) => WithPrefix(normalised).Select(source => source.Name)
        .Concat(sources.Select(source => (source.Name, Rank: LabelSimilarity.Rank(source.Normalised, normalised)))
            .Where(source => source.Rank is not null).OrderBy(source => source.Rank).Select(source => source.Name))
        .Distinct(StringComparer.Ordinal);
}
