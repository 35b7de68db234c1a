using Lucene.Net.Search;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>One committed generation, kept open while it is in use.</summary>
internal sealed class IndexSnapshot
{
    private readonly Lazy<IndexInfo> info;

    public IndexSnapshot(SnapshotReader reader, NewsIndexOptions options)
    {
        Reader = reader;
        Generation = CommitData.Read(reader.IndexCommit.UserData, options.Directory);
        IndexId = CommitData.IndexIdOf(reader.IndexCommit.UserData);
        Searcher = new IndexSearcher(reader) { Similarity = new Bm25(options.Ranking.Bm25K1, options.Ranking.Bm25B, reader) };
        // Read now: after the next commit the writer deletes files that only this generation has, though open ones stay readable.
        var bytes = IndexSurvey.SizeOnDisk(reader);
        info = new Lazy<IndexInfo>(() => IndexSurvey.Take(reader, Generation, bytes));
    }

    public SnapshotReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public Generation Generation { get; }

    /// <inheritdoc cref="CommitData.IndexIdOf"/>
    public string IndexId { get; }

    /// <summary>Computed on first use by one pass over all articles.</summary>
    public IndexInfo Info => info.Value;

    /// <summary>Returns false if the snapshot was just closed; each success requires a <see cref="Release"/>.</summary>
    public bool TryAcquire() => Reader.TryIncRef();

    public void Release() => Reader.DecRef();
}
