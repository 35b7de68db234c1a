using Lucene.Net.Index;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>Time at which a commit was written to disk.</summary>
internal static class CommitTime
{
    /// <summary>Of the file that makes the commit, in UTC. A copy of an index keeps it if it keeps the times of files.</summary>
    /// <param name="path">Folder of the index.</param>
    public static DateTimeOffset Of(IndexCommit commit, string path) =>
        new(File.GetLastWriteTimeUtc(Path.Combine(path, commit.SegmentsFileName)), TimeSpan.Zero);
}
