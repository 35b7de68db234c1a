using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>One committed generation, kept open while it is in use.</summary>
internal sealed class IndexSnapshot
{
    private readonly NewsIndexOptions options;
    private readonly SnapshotReader whole;
    private readonly long bytes;
    private readonly DateTimeOffset committedAt;
    private readonly Lazy<IndexInfo> info;
    private readonly Lazy<KeptGeneration> kept;

    public IndexSnapshot(SnapshotReader reader, NewsIndexOptions options)
        : this(reader, reader, options, IndexSurvey.SizeOnDisk(reader), CommitTime.Of(reader.IndexCommit, options.Directory))
    {
    }

    /// <param name="bytes">
    /// Size on disk, read at once: after the next commit the writer deletes files that only this generation has, though open ones stay
    /// readable.
    /// </param>
    /// <param name="committedAt">Read at once for the same reason.</param>
    private IndexSnapshot(
        SnapshotReader reader, SnapshotReader whole, NewsIndexOptions options, long bytes, DateTimeOffset committedAt)
    {
        (Reader, this.whole, this.options, this.bytes, this.committedAt) = (reader, whole, options, bytes, committedAt);
        Generation = CommitData.Read(reader.IndexCommit.UserData, options.Directory);
        IndexId = CommitData.IndexIdOf(reader.IndexCommit.UserData);
        Searcher = new IndexSearcher(reader) { Similarity = new Bm25(options.Ranking.Bm25K1, options.Ranking.Bm25B, reader) };
        kept = new Lazy<KeptGeneration>(() => new KeptGeneration(Generation, committedAt, CurrentArticles.CountIn(whole), bytes));
        info = new Lazy<IndexInfo>(() => IndexSurvey.Take(reader, Generation, bytes));
    }

    /// <summary>Reader of the articles that the scope of the snapshot shows.</summary>
    public SnapshotReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public Generation Generation { get; }

    /// <inheritdoc cref="CommitData.IndexIdOf"/>
    public string IndexId { get; }

    /// <summary>Computed on first use by one pass over all articles.</summary>
    public IndexInfo Info => info.Value;

    /// <summary>Computed on first use, while the snapshot is open. Of all articles, whatever the scope.</summary>
    public KeptGeneration Kept => kept.Value;

    /// <summary>Returns the same generation under a scope. It is open as long as this snapshot, and releases it.</summary>
    /// <param name="visible">Live documents that the scope shows, by segment.</param>
    public IndexSnapshot Within(IReadOnlyList<FixedBitSet> visible) => new(whole.Within(visible), whole, options, bytes, committedAt);

    /// <summary>Returns false if the snapshot was just closed; each success requires a <see cref="Release"/>.</summary>
    public bool TryAcquire() => whole.TryIncRef();

    public void Release() => whole.DecRef();
}
