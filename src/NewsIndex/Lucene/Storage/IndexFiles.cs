using Lucene.Net.Index;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsIndex.Lucene.Storage;

/// <summary>
/// The only place that opens the folder of an index, its readers and its writers: what all of them have to agree on, such as a codec, is
/// set here.
/// </summary>
internal static class IndexFiles
{
    /// <summary>Opens a folder to be written, or to be read once from end to end: nothing is kept in memory.</summary>
    public static LuceneDirectory Open(string path) => new NIOFSDirectory(path);

    /// <summary>Opens a folder to be searched.</summary>
    /// <param name="cache">Holds the blocks that are read.</param>
    public static LuceneDirectory OpenForSearch(string path, BlockCache cache) => new CachedDirectory(path, cache);

    /// <summary>Opens the newest commit.</summary>
    /// <exception cref="IndexNotFoundException">There is none.</exception>
    public static DirectoryReader OpenReader(LuceneDirectory directory) => DirectoryReader.Open(directory);

    /// <summary>Opens the newest commit and shares the segments that another reader of the same index has.</summary>
    /// <returns>Null when the other reader is of the newest commit.</returns>
    public static DirectoryReader? OpenNewer(DirectoryReader open) => DirectoryReader.OpenIfChanged(open);

    /// <summary>The commits that a folder has, oldest first.</summary>
    public static IReadOnlyList<IndexCommit> Commits(LuceneDirectory directory) =>
        DirectoryReader.IndexExists(directory) ? [.. DirectoryReader.ListCommits(directory)] : [];

    /// <summary>The user data of the newest commit; null when there is none.</summary>
    public static IDictionary<string, string>? LatestCommitData(LuceneDirectory directory)
    {
        if (!DirectoryReader.IndexExists(directory))
            return null;
        var latest = new SegmentInfos();
        latest.Read(directory);
        return latest.UserData;
    }
}
