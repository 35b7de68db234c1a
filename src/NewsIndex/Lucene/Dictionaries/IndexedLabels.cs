using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using NewsIndex.Suggesting;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The labels of an index.</summary>
internal static class IndexedLabels
{
    /// <summary>Returns labels that a typed one may mean, such as authors with a family name; the most similar first.</summary>
    public static IEnumerable<string> Like(IndexReader reader, ArticleLabel label, string typed)
    {
        var (indexed, written) = LabelFields.Of(label);
        var normalised = LabelFields.Normalise(label, typed);
        return reader.Leaves.SelectMany(leaf => VisibleValues.Of(leaf.AtomicReader, written))
            .GroupBy(value => LabelFields.Normalise(label, value), StringComparer.Ordinal)
            // Segments depend on the history of an index, and the spelling that is shown must not.
            .Select(group => (Name: group.Min(StringComparer.Ordinal)!, group.Key, Rank: LabelSimilarity.Rank(group.Key, normalised)))
            .Where(similar => similar.Rank is not null)
            .OrderBy(similar => similar.Rank)
            .ThenByDescending(similar => reader.DocFreq(new Term(indexed, similar.Key)))
            .ThenBy(similar => similar.Key, StringComparer.Ordinal)
            .Select(similar => similar.Name);
    }
}
