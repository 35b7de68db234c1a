using Lucene.Net.Search;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>One committed generation, open for reading for as long as anyone uses it.</summary>
internal sealed class IndexSnapshot
{
    private readonly Lazy<IndexInfo> info;

    public IndexSnapshot(SnapshotReader reader, NewsIndexOptions options)
    {
        Reader = reader;
        Generation = CommitData.Read(reader.IndexCommit.UserData, options.Directory);
        IndexId = CommitData.IndexIdOf(reader.IndexCommit.UserData);
        Searcher = new IndexSearcher(reader) { Similarity = new Bm25(options.Bm25K1, options.Bm25B, reader) };
        // Now: once the next commit is there, the writer deletes files that only this one has, though they can still be read.
        var bytes = IndexSurvey.SizeOnDisk(reader);
        info = new Lazy<IndexInfo>(() => IndexSurvey.Take(reader, Generation, bytes));
    }

    public SnapshotReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public Generation Generation { get; }

    /// <inheritdoc cref="CommitData.IndexIdOf"/>
    public string IndexId { get; }

    /// <summary>Counted when first asked for, by one look at every article.</summary>
    public IndexInfo Info => info.Value;

    /// <summary>False when the snapshot was closed a moment ago; each success needs a <see cref="Release"/>.</summary>
    public bool TryAcquire() => Reader.TryIncRef();

    public void Release() => Reader.DecRef();
}
