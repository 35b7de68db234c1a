using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The labels of an index.</summary>
internal static class IndexedLabels
{
    /// <summary>Returns the most frequent label that contains some words, such as an author with that family name.</summary>
    public static string? MostFrequentWith(IndexReader reader, ArticleLabel label, string part)
    {
        var (indexed, written) = LabelFields.Of(label);
        var words = $" {LabelFields.Normalise(label, part)} ";
        return reader.Leaves.SelectMany(leaf => ValueColumn.Of(leaf.AtomicReader, written).Values)
            .GroupBy(value => LabelFields.Normalise(label, value), StringComparer.Ordinal)
            .Where(group => $" {group.Key} ".Contains(words, StringComparison.Ordinal))
            .OrderByDescending(group => reader.DocFreq(new Term(indexed, group.Key)))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First()).FirstOrDefault();
    }
}
