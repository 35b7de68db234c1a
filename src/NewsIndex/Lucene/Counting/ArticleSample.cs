using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Schema;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Counting;

/// <summary>
/// Samples a set of articles: those with the smallest content keys. A key is a hash of the article, so that the sample is as good as drawn
/// at random, and the same in every index of the same articles.
/// </summary>
/// <remarks>Bottom-k sampling: Cohen and Kaplan, "Summarizing Data using Bottom-k Sketches", PODC 2007.</remarks>
internal static class ArticleSample
{
    private static readonly Comparer<ulong> LargestFirst = Comparer<ulong>.Create((first, second) => second.CompareTo(first));

    /// <summary>Returns the sample in the order of the index, in which articles are read fastest; all of a set within the limit.</summary>
    /// <param name="limit">Maximum articles; 0 for none.</param>
    public static List<RankedHit> Of(IndexReader reader, ArticleSet articles, int limit, CancellationToken cancellation)
    {
        if (limit == 0)
            return [];
        var smallest = new PriorityQueue<RankedHit, ulong>(LargestFirst);
        foreach (var leaf in reader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            AddSegment(leaf, articles, limit, smallest);
        }

        return [.. smallest.UnorderedItems.Select(each => each.Element).OrderBy(hit => hit.Segment).ThenBy(hit => hit.Doc)];
    }

    private static void AddSegment(AtomicReaderContext leaf, ArticleSet articles, int limit, PriorityQueue<RankedHit, ulong> smallest)
    {
        var keys = leaf.AtomicReader.GetNumericDocValues(IndexFields.ContentKey);
        var docs = articles.Segment(leaf.Ord).GetIterator();
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            var key = unchecked((ulong)keys.Get(doc));
            var hit = new RankedHit(0, 0, doc, leaf.Ord);
            if (smallest.Count < limit)
                smallest.Enqueue(hit, key);
            else
                smallest.EnqueueDequeue(hit, key);
        }
    }
}
