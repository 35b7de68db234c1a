using Microsoft.Extensions.Logging;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Lucene.Caching;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Storage;
using NewsIndex.Tracing;
using IOException = System.IO.IOException;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>
/// The open generations of an index: the newest, and older ones for the time that the options set, so that paging continues in the
/// generation of the first page. They share common segments.
/// </summary>
internal sealed class IndexSnapshots : IAsyncDisposable
{
    /// <summary>
    /// Superseded generations that keep their derived values. Calls that have begun end in them; the others cost memory that only a
    /// continued page needs, and such a page computes what it needs again.
    /// </summary>
    private const int DerivedGenerations = 1;

    private readonly NewsIndexOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly Func<LuceneDirectory> openDirectory;
    private readonly BlockCache cache;
    private readonly CancellationTokenSource stopping = new();
    private readonly CommitFollower follower;

    /// <summary>Guards <see cref="older"/>; held briefly.</summary>
    private readonly System.Threading.Lock gate = new();
    private readonly List<(IndexSnapshot Snapshot, long RetiredAt)> older = [];

    /// <summary>Superseded generations that have not yet released their derived values, oldest first.</summary>
    private readonly Queue<IndexSnapshot> derived = [];

    /// <summary>Held while a pinned commit is opened, so that it is opened once.</summary>
    private readonly System.Threading.Lock opening = new();

    /// <summary>Null when warm-up is off.</summary>
    private readonly WarmUp? warmUp;
    private LuceneDirectory? directory;
    private volatile IndexSnapshot? current;
    private (string Name, long Length, DateTime Written) lastCommit;

    /// <param name="openDirectory">Opens the folder of the index; null for the block cache.</param>
    public IndexSnapshots(NewsIndexOptions options, TimeProvider clock, ILogger logger, Func<LuceneDirectory>? openDirectory = null)
    {
        (this.options, this.clock, this.logger) = (options, clock, logger);
        cache = new BlockCache((long)options.Storage.CacheMegabytes << 20);
        this.openDirectory = openDirectory ?? (() => IndexFiles.OpenForSearch(options.Directory, cache));
        warmUp = options.Snapshots.WarmUp ? new WarmUp(clock, logger, stopping.Token) : null;
        follower = new CommitFollower(ServeNewest, options.Directory, clock, logger);
    }

    /// <inheritdoc cref="IArticleSearcherLifetime.FollowFailure"/>
    public string? FollowFailure => follower.Failure;

    /// <summary>Blocks of files that were read from memory, and from files.</summary>
    public (long Hits, long Misses) BlockReads => (cache.Hits, cache.Misses);

    /// <summary>Opens a generation, or the newest if none is given; the caller must release it.</summary>
    /// <exception cref="IndexUnavailableException">There is no readable index.</exception>
    /// <exception cref="GenerationExpiredException">The generation is neither open nor pinned.</exception>
    public IndexSnapshot Acquire(Generation? wanted)
    {
        while (true)
        {
            var newest = current ?? throw new IndexUnavailableException(WhyUnavailable());
            var snapshot = wanted is null || newest.Generation == wanted ? newest : Older(wanted.Value) ?? Pinned(wanted.Value, newest);
            if (snapshot is null)
                throw new GenerationExpiredException(wanted!.Value, newest.Generation);
            if (snapshot.TryAcquire())
                return snapshot;
        }
    }

    /// <inheritdoc cref="IArticleSearcherLifetime.Reload"/>
    public void Reload() => follower.LookNow();

    /// <summary>Opens all open generations of the newest one's index, that first; the caller must release each.</summary>
    /// <exception cref="IndexUnavailableException">There is no readable index.</exception>
    public IReadOnlyList<IndexSnapshot> AcquireOpen()
    {
        var newest = Acquire(null);
        lock (gate)
        {
            return
            [
                newest,
                .. older.Select(old => old.Snapshot).Where(old => old.IndexId == newest.IndexId && old.TryAcquire()),
            ];
        }
    }

    /// <summary>Opens the kept commit of a generation, for this caller alone, which must release it; null when there is none.</summary>
    /// <param name="newest">Acquired by the caller.</param>
    public IndexSnapshot? OpenAlone(Generation wanted, IndexSnapshot newest) => OpenPinned(wanted, newest);

    /// <summary>May be called twice: a container disposes of a service once per name under which it is registered.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        await stopping.CancelAsync();
        await follower.DisposeAsync();
        await (warmUp?.Reading ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
        {
            older.ForEach(old => old.Snapshot.Release());
            older.Clear();
            current?.Release();
            current = null;
        }

        directory?.Dispose();
    }

    private string WhyUnavailable() => stopping.IsCancellationRequested
        ? "the index was closed"
        : follower.Failure ?? $"the index in {options.Directory} is being opened; try again";

    private IndexSnapshot? Older(Generation wanted)
    {
        lock (gate)
            return older.Find(old => old.Snapshot.Generation == wanted).Snapshot;
    }

    /// <summary>
    /// Opens the commit of a pinned older generation; null when the folder has no such commit. Other generations answer meanwhile.
    /// </summary>
    private IndexSnapshot? Pinned(Generation wanted, IndexSnapshot newest)
    {
        lock (opening)
        {
            if (Older(wanted) is { } open)
                return open;
            if (!newest.TryAcquire())
                return current is null ? null : Pinned(wanted, current);
            try
            {
                return OpenPinned(wanted, newest) is { } pinned && TryKeep(pinned) ? pinned : null;
            }
            finally
            {
                newest.Release();
            }
        }
    }

    private IndexSnapshot? OpenPinned(Generation wanted, IndexSnapshot newest)
    {
        try
        {
            var commit = IndexFiles.Commits(newest.Reader.Directory)
                .FirstOrDefault(each => CommitData.TryReadGeneration(each.UserData) == wanted
                    && CommitData.IndexIdOf(each.UserData) == newest.IndexId);
            if (commit is null)
                return null;
            var pinned = SnapshotOf(SnapshotReader.OfCommit(commit, OpenReaders(newest)));
            if (logger.IsEnabled(LogLevel.Information))
                logger.LogPinnedOpened(wanted, pinned.Reader.Segments.Count, SharedSegments(pinned, newest));
            return pinned;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An indexer may have deleted it in the meantime.
            logger.LogPinnedNotOpened(wanted, e);
            return null;
        }
    }

    private bool TryKeep(IndexSnapshot pinned)
    {
        lock (gate)
        {
            if (!stopping.IsCancellationRequested)
            {
                older.Add((pinned, clock.GetTimestamp()));
                return true;
            }
        }

        pinned.Release();
        return false;
    }

    private void ServeNewest()
    {
        CloseExpired();
        var commit = LatestCommitFile();
        if (current is not null && commit == lastCommit)
            return;
        if (OpenNewest() is { } next)
        {
            warmUp?.Before(next);
            Replace(next);
        }

        lastCommit = commit;
    }

    /// <summary>
    /// Opens the newest commit; null when it is the one that is open. A writer creates the file of a commit before it completes it.
    /// </summary>
    private IndexSnapshot? OpenNewest()
    {
        using var span = IndexTrace.Start(IndexTrace.OpenSnapshot);
        directory ??= openDirectory();
        // Share segments within one index only: after a folder is emptied and filled again, files of the same names hold other articles.
        var previous = current;
        var isSameIndex = previous is not null && IndexFiles.LatestCommitData(directory) is { } latest
            && CommitData.IndexIdOf(latest) == previous.IndexId;
        var whole = isSameIndex ? IndexFiles.OpenNewer(previous!.Reader.Whole!) : IndexFiles.OpenReader(directory);
        if (whole is null)
            return null;
        var next = SnapshotOf(SnapshotReader.OfWhole(whole, isSameIndex ? OpenReaders(previous!) : []));
        span?.SetTag(IndexTrace.Generation, next.Generation.ToString());
        if (logger.IsEnabled(LogLevel.Debug))
            logger.LogOpened(next.Generation, next.Reader.Segments.Count, previous is null ? 0 : SharedSegments(next, previous));
        return next;
    }

    /// <summary>Returns the readers of all open snapshots of an index, newest first.</summary>
    private IReadOnlyList<SnapshotReader> OpenReaders(IndexSnapshot newest)
    {
        lock (gate)
        {
            return
            [
                newest.Reader,
                .. older.Select(old => old.Snapshot).Where(old => old.IndexId == newest.IndexId).Select(old => old.Reader),
            ];
        }
    }

    private IndexSnapshot SnapshotOf(SnapshotReader reader)
    {
        try
        {
            return new IndexSnapshot(reader, options);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private static int SharedSegments(IndexSnapshot one, IndexSnapshot other)
    {
        var segments = other.Reader.Leaves.Select(leaf => leaf.AtomicReader.CoreCacheKey).ToHashSet();
        return one.Reader.Leaves.Count(leaf => segments.Contains(leaf.AtomicReader.CoreCacheKey));
    }

    private void Replace(IndexSnapshot next)
    {
        lock (gate)
        {
            if (current is { } previous)
            {
                older.Add((previous, clock.GetTimestamp()));
                derived.Enqueue(previous);
            }

            if (derived.Count > DerivedGenerations)
                ReleaseDerived(derived.Dequeue(), derived.Append(next));
            current = next;
        }
    }

    /// <summary>Releases what was derived from a generation, and from those of its segments that newer ones do not have.</summary>
    private static void ReleaseDerived(IndexSnapshot superseded, IEnumerable<IndexSnapshot> newer)
    {
        superseded.Reader.Derived.Clear();
        var shared = newer.SelectMany(each => each.Reader.Segments).Select(segment => segment.Derived).ToHashSet();
        foreach (var segment in superseded.Reader.Segments.Where(segment => !shared.Contains(segment.Derived)))
            segment.Derived.Clear();
    }

    private void CloseExpired()
    {
        lock (gate)
        {
            foreach (var (snapshot, _) in older.Where(Expired).ToList())
            {
                logger.LogExpired(snapshot.Generation);
                snapshot.Release();
            }

            older.RemoveAll(old => Expired(old));
        }

        bool Expired((IndexSnapshot Snapshot, long RetiredAt) old) =>
            clock.GetElapsedTime(old.RetiredAt) >= options.Snapshots.KeepGenerations;
    }

    /// <summary>Name, length and time of the newest commit's file; polled four times a second without opening a file.</summary>
    private (string Name, long Length, DateTime Written) LatestCommitFile()
    {
        if (!System.IO.Directory.Exists(options.Directory))
        {
            throw new IndexUnavailableException(
                $"there is no index in {options.Directory}: make one with the indexer, or name another folder with --index");
        }

        var newest = new DirectoryInfo(options.Directory).EnumerateFiles("segments_*").MaxBy(file => (file.Name.Length, file.Name))
            ?? throw new IndexUnavailableException($"{options.Directory} is not an index (it has no committed segments): "
                + "make one with the indexer, or name another folder with --index");
        return (newest.Name, newest.Length, newest.LastWriteTimeUtc);
    }
}
