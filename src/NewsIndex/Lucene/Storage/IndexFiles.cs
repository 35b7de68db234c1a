using Lucene.Net.Index;
using NewsIndex.Lucene.Caching;
using NewsIndex.Lucene.Codec;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsIndex.Lucene.Storage;

/// <summary>
/// Opens folders, readers and writers of an index; the only type that does, so that settings such as the codec are the same everywhere.
/// </summary>
internal static class IndexFiles
{
    /// <summary>Before any segment is read, because segments name their codec.</summary>
    static IndexFiles() => NewsCodecFactory.Register();

    /// <summary>Opens a folder for writing or for one sequential read; caches nothing.</summary>
    public static LuceneDirectory Open(string path) => new WrittenDirectory(path);

    /// <summary>Opens a folder for searching.</summary>
    /// <param name="cache">Cache for blocks of its files.</param>
    public static LuceneDirectory OpenForSearch(string path, BlockCache cache) => new CachedDirectory(path, cache);

    /// <summary>Opens the newest commit.</summary>
    /// <exception cref="IndexNotFoundException">The folder has no commit.</exception>
    public static DirectoryReader OpenReader(LuceneDirectory directory) => DirectoryReader.Open(directory);

    /// <summary>Opens the newest commit; shares the segments of another reader of the same index.</summary>
    /// <returns>Null when the other reader is at the newest commit.</returns>
    public static DirectoryReader? OpenNewer(DirectoryReader open) => DirectoryReader.OpenIfChanged(open);

    /// <summary>Returns the commits of a folder, oldest first.</summary>
    public static IReadOnlyList<IndexCommit> Commits(LuceneDirectory directory) =>
        DirectoryReader.IndexExists(directory) ? [.. DirectoryReader.ListCommits(directory)] : [];

    /// <summary>Returns the user data of the newest commit; null when there is none.</summary>
    public static IDictionary<string, string>? LatestCommitData(LuceneDirectory directory)
    {
        if (!DirectoryReader.IndexExists(directory))
            return null;
        var latest = new SegmentInfos();
        latest.Read(directory);
        return latest.UserData;
    }
}
