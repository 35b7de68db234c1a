using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Generations;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;

namespace NewsIndex.Lucene.Writing;

/// <summary>
/// The configuration of every writer of an index. A merge writes segments anew: one that was configured otherwise than the writer before it
/// would change their format without a word.
/// </summary>
internal static class WriterConfig
{
    /// <param name="bufferMegabytes">Memory for articles not yet written to disk, in MB; null for Lucene's default, 16.</param>
    public static IndexWriterConfig Of(GenerationPins pins, double? bufferMegabytes = null) =>
        new(LuceneVersion.LUCENE_48, NewsAnalyzer.Instance)
        {
            Similarity = Bm25.ForWriting,
            RAMBufferSizeMB = bufferMegabytes ?? IndexWriterConfig.DEFAULT_RAM_BUFFER_SIZE_MB,
            IndexDeletionPolicy = new PinnedCommits(pins),
        };
}
