using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Counting;

/// <summary>
/// Counts a set of articles as articles, as distinct texts and as distinct sources. Cost is linear in the size of the set.
/// </summary>
internal static class TotalCounter
{
    /// <param name="wanted">Kinds to count; the others are 0.</param>
    public static HitTotal Count(IndexReader reader, ArticleSet articles, TotalKinds wanted) => new(
        (wanted & TotalKinds.Articles) == 0 ? 0 : articles.Count,
        (wanted & TotalKinds.Texts) == 0 ? 0 : Texts(reader, articles),
        (wanted & TotalKinds.Sources) == 0 ? 0 : Sources(reader, articles));

    /// <summary>Counts near-duplicates once.</summary>
    private static long Texts(IndexReader reader, ArticleSet articles)
    {
        var copies = CopyColumn.Of(reader);
        if (copies.Groups == 0)
            return articles.Count;
        var seen = new FixedBitSet(copies.Groups + 1);
        var single = 0L;
        foreach (var leaf in reader.Leaves)
            single += AddGroups(articles.Segment(leaf.Ord).GetBits(), copies.Copied(leaf).GetBits(), copies.Numbers(leaf), seen);
        return single + seen.Cardinality;
    }

    /// <returns>The number of articles without near-duplicates.</returns>
    private static long AddGroups(long[] found, long[] copied, int[] numbers, FixedBitSet seen)
    {
        var single = 0L;
        for (var word = 0; word < copied.Length; word++)
        {
            single += BitOperations.PopCount((ulong)(found[word] & ~copied[word]));
            for (var left = found[word] & copied[word]; left != 0; left &= left - 1)
                seen.Set(numbers[(word * 64) + BitOperations.TrailingZeroCount(left)]);
        }

        return single;
    }

    /// <summary>Counts distinct sources by their normalised names; excludes articles without a source.</summary>
    private static long Sources(IndexReader reader, ArticleSet articles)
    {
        var numbers = SharedOrdinals<string>.Of(reader, null, "sources", [],
            segment => ValueColumn.Of(segment, IndexFields.SourceName).Normalised);
        var seen = new FixedBitSet(Math.Max(1, numbers.Count));
        foreach (var leaf in reader.Leaves)
            AddSources(
                ValueColumn.Of(leaf.AtomicReader, IndexFields.SourceName), articles.Segment(leaf.Ord), numbers.Segment(leaf.Ord), seen);
        return seen.Cardinality;
    }

    /// <summary>Stops when all sources of the segment were seen, which is early for frequent words.</summary>
    private static void AddSources(ValueColumn column, FixedBitSet articles, int[] numbers, FixedBitSet seen)
    {
        var sourceOf = column.Only ?? throw new InvalidOperationException("an article has several sources; expected at most one");
        var left = 0;
        foreach (var number in numbers)
            left += seen.Get(number) ? 0 : 1;
        if (left == 0)
            return;
        foreach (var doc in new SetBits(articles))
        {
            // 0 means no source.
            if (sourceOf[doc] is var ordinal and > 0 && !seen.GetAndSet(numbers[ordinal - 1]) && --left == 0)
                return;
        }
    }
}
