using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;

namespace NewsIndex.Lucene.Writing;

/// <summary>
/// How many segments a run leaves behind. A search looks up each word once per segment, so there must not be many; but a feed of small
/// commits must not rewrite a large part of the index every few commits, nor make readers load its columns again.
/// </summary>
internal static class Compaction
{
    /// <summary>Maximum number of segments at the end of a run.</summary>
    private const int MaxSegments = 10;

    /// <summary>Minimum number of segments after a merge.</summary>
    private const int MinMerged = 4;

    /// <summary>Maximum number of segments after a merge.</summary>
    private const int MaxMerged = 7;

    /// <summary>Merges the segments of a writer if there are too many.</summary>
    /// <exception cref="IOException">The disk has no room for the merge.</exception>
    public static void Run(IndexWriter writer)
    {
        List<int> sizes;
        using (var reader = DirectoryReader.Open(writer, applyAllDeletes: false))
            sizes = [.. reader.Leaves.Select(leaf => leaf.Reader.MaxDoc)];
        if (SegmentsAfter(sizes) is { } segments)
            writer.ForceMerge(segments);
    }

    /// <summary>
    /// The number of segments to merge down to, the smallest first; null when there are few enough. Large segments stay, and the others
    /// become one, unless the large ones alone are too many.
    /// </summary>
    /// <param name="sizes">Documents of each segment.</param>
    public static int? SegmentsAfter(IReadOnlyList<int> sizes)
    {
        if (sizes.Count <= MaxSegments)
            return null;
        var all = sizes.Sum(size => (long)size);
        var kept = sizes.Count(size => SegmentsBySize.IsLarge(size, all)) + 1;
        return kept > MaxMerged ? MinMerged : Math.Max(kept, MinMerged);
    }
}
