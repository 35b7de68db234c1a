using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsIndex.Alerts;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Views;
using NewsIndex.Lucene.Writing;
using NewsIndex.Results;
using NewsIndex.SavedSnapshots;
using NewsIndex.Searching;

namespace NewsIndex;

/// <summary>Creates the backend that the options select; the only type that names backends.</summary>
public static class NewsIndexServices
{
    /// <summary>Opens an index for writing; creates one if the folder is missing or empty.</summary>
    /// <param name="recognise">Finds entity mentions in a new article; called concurrently. Null for no recognition.</param>
    /// <param name="encoder">Encodes the passages of English articles. Null for an index without embeddings of passages.</param>
    /// <param name="patience">How long to wait for another writer, in the line of those that wait; zero to fail at once.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IndexLockedException">Another writer has the index open.</exception>
    /// <exception cref="IndexUnavailableException">
    /// The folder holds other files, or an index of another format, another recogniser or another encoder of passages; or the
    /// record of deleted articles cannot be read.
    /// </exception>
    public static IArticleWriter OpenWriter(
        NewsIndexOptions options, TimeProvider clock, Func<Article, IReadOnlyList<Mention>>? recognise = null,
        PassageEncoder? encoder = null, TimeSpan patience = default)
    {
        options.ThrowIfInvalid();
        var store = LuceneArticleStore.Open(options, clock, encoder?.Identity ?? PassageEncoder.None, patience);
        try
        {
            var deletions = DeletionLog.Open(DeletionLog.PathFor(options.Directory));
            return new ArticleIntake(store, deletions, recognise ?? (_ => []), clock, options.Intake, encoder);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Opens an index for reading and follows its commits until disposed. The index may not exist yet.</summary>
    /// <param name="corrections">Corrections of entities; null for those of <see cref="OpenCorrections"/>.</param>
    /// <param name="pins">Null for those of <see cref="OpenPins"/>.</param>
    /// <param name="logger">Logs opened and expired generations and unreadable commits; null disables logging.</param>
    /// <param name="openEncoder">
    /// Opens the encoder of queries, once an index with embeddings of passages is searched. Null to rank without them.
    /// </param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IArticleSearcherLifetime OpenSearcher(NewsIndexOptions options, TimeProvider clock, ICorrectionLog? corrections = null,
        IGenerationPins? pins = null, ILogger? logger = null, Func<PassageEncoder>? openEncoder = null)
    {
        options.ThrowIfInvalid();
        corrections ??= OpenCorrections(options, clock);
        return new ArticleSearcher(
            new LuceneIndexViews(new IndexSnapshots(options, clock, logger ?? NullLogger.Instance), options), options.Ranking,
            new CitedCorrections(corrections, pins ?? OpenPins(options, clock, corrections)),
            openEncoder is null ? null : new QueryVectors(openEncoder));
    }

    /// <summary>Opens the corrections of entities of an index, which may not exist yet.</summary>
    public static ICorrectionLog OpenCorrections(NewsIndexOptions options, TimeProvider clock) =>
        new CorrectionLog(CorrectionLog.PathFor(options.Directory), clock);

    /// <summary>Opens the alerts of an index, which may not exist yet.</summary>
    public static AlertLog OpenAlerts(NewsIndexOptions options, TimeProvider clock) =>
        new(AlertLog.PathFor(options.Directory), clock);

    /// <summary>Opens the pinned generations of an index, which may not exist yet.</summary>
    /// <param name="corrections">Corrections of entities, of which a pin keeps the existing ones.</param>
    public static IGenerationPins OpenPins(NewsIndexOptions options, TimeProvider clock, ICorrectionLog corrections) =>
        new FolderPins(options.Directory, options.Pins, corrections, clock);

    /// <summary>
    /// Merges a finished index into one segment, the fastest form. Takes about as long as indexing. Its generation stays the same unless
    /// articles were replaced or deleted: without them scores change. Generations of expired pins stay until the next commit.
    /// </summary>
    /// <exception cref="IndexLockedException">A writer has the index open.</exception>
    public static void Merge(NewsIndexOptions options) => LuceneArticleStore.Merge(options);

    /// <summary>Version of the index format that is written and read.</summary>
    public static int FormatVersion => IndexFormat.Version;

    /// <summary>Brings an index of an earlier format to the present one, from its stored articles and in its folder.</summary>
    /// <param name="dropPins">Whether pins of other generations than the newest are removed, instead of refusing the upgrade.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be upgraded; it is as before.</exception>
    /// <exception cref="IndexLockedException">A writer has the index open.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the index is as before.</exception>
    public static UpgradedIndex Upgrade(NewsIndexOptions options, bool dropPins, TimeProvider clock, CancellationToken cancellation) =>
        IndexUpgrade.Run(options, dropPins, clock, cancellation);

    /// <summary>Opens the folder of saved snapshots of an index. Neither need exist yet.</summary>
    /// <param name="folder">Holds a folder for each snapshot.</param>
    public static SnapshotFolder OpenSnapshots(NewsIndexOptions options, string folder, TimeProvider clock) =>
        new(folder, new SnapshotSource(options.Directory, CommitHolder.Hold), clock);

    /// <summary>Makes an index of a saved snapshot, after a check of each of its files against its checksum.</summary>
    /// <param name="snapshot">Folder of one snapshot.</param>
    /// <exception cref="SnapshotFailedException">
    /// The snapshot is damaged, or the folder of the index holds something; there is no index then.
    /// </exception>
    /// <exception cref="IndexLockedException">A writer has the folder of the index open.</exception>
    /// <exception cref="IOException">A file cannot be read or written; there is no index then.</exception>
    public static RestoredIndex Restore(string snapshot, NewsIndexOptions options) => SnapshotRestore.Run(snapshot, options.Directory);

    /// <summary>Verifies every part of an index; an empty list means that no problem was found.</summary>
    public static IReadOnlyList<string> Verify(NewsIndexOptions options) => Verify(options, _ => { }, CancellationToken.None).Problems;

    /// <summary>Verifies every part of the newest generation of an index, while writing goes on.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IndexCheck Verify(NewsIndexOptions options, Action<IndexCheckProgress> progress, CancellationToken cancellation) =>
        LuceneIndexCheck.Run(options.Directory, progress, cancellation);
}
