using Lucene.Net.Index;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Lucene.Storage;
using NewsIndex.Lucene.Writing;

namespace NewsSearch.Tests.Lucene.Writing;

/// <summary>The format that the newest commit of an index says it has.</summary>
internal static class CommittedFormat
{
    /// <summary>Commits the same articles as another format. What a format changes is not simulated: an upgrade does not read it.</summary>
    /// <param name="change">Changes other values of the commit.</param>
    public static void Set(NewsIndexOptions options, int format, Action<IDictionary<string, string>>? change = null)
    {
        using var directory = IndexFiles.Open(options.Directory);
        var data = new Dictionary<string, string>(IndexFiles.LatestCommitData(directory)!) { ["newssearch.format"] = $"{format}" };
        change?.Invoke(data);
        using var writer = new IndexWriter(directory, WriterConfig.Of(new PinFile(options.Directory), TimeProvider.System));
        writer.SetCommitData(data);
        writer.Commit();
    }
}
