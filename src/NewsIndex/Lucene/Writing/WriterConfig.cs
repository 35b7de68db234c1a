using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Generations;
using NewsIndex.Lucene.Codec;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;

namespace NewsIndex.Lucene.Writing;

/// <summary>
/// Configuration of all writers of an index, in one type, because a merge by a writer with other settings would silently change the format
/// of segments.
/// </summary>
internal static class WriterConfig
{
    /// <param name="clock">Tells which pins have expired; null when they all keep their generations.</param>
    public static IndexWriterConfig Of(PinFile pins, TimeProvider? clock) =>
        new(LuceneVersion.LUCENE_48, NewsAnalyzer.Instance)
        {
            Similarity = Bm25.ForWriting,
            IndexDeletionPolicy = new PinnedCommits(pins, clock),
            Codec = new NewsCodec(),
            MergeScheduler = new WatchedMerges(),
            // Otherwise a merge would copy damage into a new segment with a checksum of its own, and no check would find it again.
            CheckIntegrityAtMerge = true,
        };
}
