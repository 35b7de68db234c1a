using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Suggesting;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The sources of an index, most frequent first. Read once for each segment and merged for each generation.</summary>
internal sealed class SourceDictionary
{
    private static readonly PerScope<SegmentSources> OfSegment = new(segment => new SegmentSources(segment));

    private static readonly PerGeneration<SourceDictionary> Made = new(reader => new SourceDictionary(reader));

    private readonly List<(string Name, string Normalised, long Articles)> sources;

    private SourceDictionary(IndexReader reader)
    {
        var segments = reader.Leaves.Select(leaf => OfSegment.Of(leaf.AtomicReader)).ToList();
        var articles = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (source, count) in segments.SelectMany(segment => segment.Articles))
            articles[source] = articles.GetValueOrDefault(source) + count;
        sources =
        [
            // Segments depend on the history of an index, and the spelling that is shown must not.
            .. segments.SelectMany(segment => segment.Names).GroupBy(name => name.Normalised, name => name.Name, StringComparer.Ordinal)
                .Select(names => (Name: names.Min(StringComparer.Ordinal)!, names.Key, Articles: articles.GetValueOrDefault(names.Key)))
                .Where(source => source.Articles > 0)
                .OrderByDescending(source => source.Articles).ThenBy(source => source.Key, StringComparer.Ordinal),
        ];
    }

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

    private sealed class SegmentSources
    {
        public SegmentSources(AtomicReader segment)
        {
            Names = [.. VisibleValues.Of(segment, IndexFields.SourceName).Select(name => (name, LabelFields.Normalise(name)))];
            var sources = segment.GetTerms(IndexFields.Source)?.GetEnumerator();
            while (sources?.MoveNext() == true)
                Articles[sources.Term.Utf8ToString()] = sources.DocFreq;
        }

        public IReadOnlyList<(string Name, string Normalised)> Names { get; }

        /// <summary>Number of articles by normalised name.</summary>
        public Dictionary<string, int> Articles { get; } = new(StringComparer.Ordinal);
    }
}
