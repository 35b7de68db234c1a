using Lucene.Net.Index;
using NewsIndex.Generations;
using NewsIndex.Lucene.Storage;
using NewsIndex.SavedSnapshots;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>Opens all files of a commit, of this format or an older one, so that they stay readable whatever a writer deletes.</summary>
internal static class CommitHolder
{
    /// <summary>Attempts to open the newest commit: a writer may delete it while its files are being opened.</summary>
    private const int MaxAttempts = 100;

    /// <param name="path">Folder of the index.</param>
    /// <param name="wanted">Null for the newest generation.</param>
    /// <exception cref="GenerationExpiredException">The generation is no longer there.</exception>
    /// <exception cref="IndexUnavailableException">There is no index, or its files vanish faster than they can be opened.</exception>
    public static HeldGeneration Hold(string path, Generation? wanted)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (TryHold(path, wanted) is { } held)
                return held;
        }

        throw new IndexUnavailableException($"files of the newest commit in {path} are missing: run verify for details");
    }

    /// <summary>Null when a file vanished.</summary>
    private static HeldGeneration? TryHold(string path, Generation? wanted)
    {
        if (!System.IO.Directory.Exists(path))
            throw Missing(path);
        try
        {
            using var directory = IndexFiles.Open(path);
            var commits = IndexFiles.Commits(directory);
            if (commits.Count == 0)
                throw Missing(path);
            var newest = CommitData.ReadAnyFormat(commits[^1].UserData, path);
            // A merge may commit a generation again, whose scores differ by deleted articles; a pin answers from the first commit.
            var commit = wanted is null
                ? commits[^1]
                : commits.FirstOrDefault(each => CommitData.ReadAnyFormat(each.UserData, path).Generation == wanted)
                    ?? throw new GenerationExpiredException(wanted.Value, newest.Generation);
            return Open(path, commit);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static HeldGeneration Open(string path, IndexCommit commit)
    {
        var files = new List<HeldFile>();
        try
        {
            // The file that makes the commit is the last, so that what is copied in this order is a commit when it is complete.
            foreach (var name in commit.FileNames.Order(StringComparer.Ordinal).OrderBy(name => name == commit.SegmentsFileName))
                files.Add(HeldFile.Open(path, name));
            var (generation, format) = CommitData.ReadAnyFormat(commit.UserData, path);
            var committedAt = new DateTimeOffset(files[^1].Stamp.Written, TimeSpan.Zero);
            return new HeldGeneration(files, generation, committedAt, CommitData.IndexIdOf(commit.UserData), format);
        }
        catch
        {
            files.ForEach(file => file.Handle.Dispose());
            throw;
        }
    }

    private static IndexUnavailableException Missing(string path) =>
        new($"there is no index in {path}: make one with the indexer, or name another folder with --index");
}
