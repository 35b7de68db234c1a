using Lucene.Net.Index;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The sources of an index, most articles first. Looked up once for each generation.</summary>
internal sealed class SourceDirectory
{
    private static readonly PerGeneration<SourceDirectory> Made = new(reader => new SourceDirectory(reader));

    private readonly List<(string Name, string Normalised, long Articles)> sources;

    private SourceDirectory(IndexReader reader) => sources =
    [
        .. reader.Leaves.SelectMany(leaf => ValueColumn.Of(leaf.AtomicReader, IndexFields.SourceName).Values)
            .GroupBy(LabelFields.Normalise, StringComparer.Ordinal)
            .Select(group => (group.First(), group.Key, (long)reader.DocFreq(new Term(IndexFields.Source, group.Key))))
            .Where(source => source.Item3 > 0)
            .OrderByDescending(source => source.Item3).ThenBy(source => source.Key, StringComparer.Ordinal),
    ];

    public static SourceDirectory Of(IndexReader reader) => Made.Of(reader);

    /// <summary>Those with a word that begins so.</summary>
    public IEnumerable<(string Name, long Articles)> BeginningWith(string normalised) => sources
        .Where(source => source.Normalised.StartsWith(normalised, StringComparison.Ordinal) || source.Normalised.Contains(" " + normalised, StringComparison.Ordinal))
        .Select(source => (source.Name, source.Articles));

    /// <summary>Names that begin so, or have a word that does, and then those that differ by a few letters.</summary>
    public IEnumerable<string> Like(string normalised) => BeginningWith(normalised).Select(source => source.Name)
        .Concat(sources.Where(source => EditDistance.IsWithin(source.Normalised, normalised, Math.Clamp(normalised.Length / 3, 1, 3)))
            .Select(source => source.Name));
}
