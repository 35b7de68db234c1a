using Lucene.Net.Index;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Lucene.Storage;
using IOException = System.IO.IOException;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>
/// Follows the commits of an index. The newest generation is open, and older ones for as long as the options say, so that whoever is paging
/// goes on through the hits they began with.
/// </summary>
internal sealed class IndexSnapshots : IAsyncDisposable
{
    /// <summary>A new commit has to be seen within a second.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly NewsIndexOptions options;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task following;
    private readonly System.Threading.Lock gate = new();
    private readonly List<(IndexSnapshot Snapshot, long RetiredAt)> older = [];
    private readonly BlockCache cache;

    /// <summary>Null where a generation is to be read as it is asked.</summary>
    private readonly WarmUp? warmUp;
    private CachedDirectory? directory;
    private volatile IndexSnapshot? current;
    private volatile string whyUnavailable = "";
    private (string Name, long Length, DateTime Written) lastCommit;

    public IndexSnapshots(NewsIndexOptions options, TimeProvider clock)
    {
        (this.options, this.clock) = (options, clock);
        cache = new BlockCache((long)options.CacheMegabytes << 20);
        warmUp = options.WarmUp ? new WarmUp(clock, stopping.Token) : null;
        Refresh();
        following = FollowAsync();
    }

    /// <summary>Opens a generation, the newest if none is named; the caller releases it.</summary>
    public IndexSnapshot Acquire(Generation? wanted)
    {
        while (true)
        {
            var newest = current ?? throw new IndexUnavailableException(whyUnavailable);
            var snapshot = wanted is null || newest.Generation == wanted ? newest : Older(wanted.Value) ?? Pinned(wanted.Value);
            if (snapshot is null)
                throw new GenerationExpiredException(wanted!.Value, newest.Generation);
            if (snapshot.TryAcquire())
                return snapshot;
        }
    }

    /// <summary>May be called twice: a container of services does so for a service that it gives out under two names.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        await stopping.CancelAsync();
        await following;
        await (warmUp?.Reading ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
        {
            older.ForEach(old => old.Snapshot.Release());
            older.Clear();
        }

        current?.Release();
        current = null;
        whyUnavailable = "the index was closed";
        directory?.Dispose();
    }

    private IndexSnapshot? Older(Generation wanted)
    {
        lock (gate)
            return older.Find(old => old.Snapshot.Generation == wanted).Snapshot;
    }

    /// <summary>Opens a commit that is no longer the newest but still in the folder, because its generation is pinned; null when there is none.</summary>
    private IndexSnapshot? Pinned(Generation wanted)
    {
        lock (gate)
        {
            if (older.Find(old => old.Snapshot.Generation == wanted).Snapshot is { } open)
                return open;
            if (directory is null || CommitData.Commits(directory).FirstOrDefault(commit => CommitData.TryReadGeneration(commit.UserData) == wanted) is not { } commit)
                return null;
            try
            {
                var snapshot = new IndexSnapshot(DirectoryReader.Open(commit), options);
                older.Add((snapshot, clock.GetTimestamp()));
                return snapshot;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It was let go of between the two looks.
                return null;
            }
        }
    }

    private async Task FollowAsync()
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
                Refresh();
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private void Refresh()
    {
        try
        {
            CloseExpired();
            var commit = LatestCommitFile();
            if (current is not null && commit == lastCommit)
                return;
            var next = Open();
            warmUp?.Before(next);
            Replace(next);
            lastCommit = commit;
        }
        catch (IndexUnavailableException e)
        {
            // An index that answers goes on answering, whatever is put in its place.
            whyUnavailable = e.Message;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A commit may replace the files between two looks at the folder; the next look finds the new ones. Damaged files fail in any
            // way, and must not end the looking: the service would answer from an old generation for ever.
            whyUnavailable = $"the index in {options.Directory} cannot be read: {e.Message}";
        }
    }

    private IndexSnapshot Open()
    {
        directory ??= new CachedDirectory(options.Directory, cache);
        // Segments that both generations have are shared, but only within one index: in a folder that was emptied and filled again, files of
        // the same names hold other articles.
        var same = current is not null && CommitData.ReadLatestData(directory) is { } latest && CommitData.BirthOf(latest) == current.Birth;
        var reader = (same ? DirectoryReader.OpenIfChanged(current!.Reader) : null) ?? DirectoryReader.Open(directory);
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

    private void Replace(IndexSnapshot next)
    {
        var previous = current;
        current = next;
        if (previous is null)
            return;
        lock (gate)
            older.Add((previous, clock.GetTimestamp()));
    }

    private void CloseExpired()
    {
        lock (gate)
        {
            foreach (var (snapshot, _) in older.Where(Expired).ToList())
                snapshot.Release();
            older.RemoveAll(old => Expired(old));
        }

        bool Expired((IndexSnapshot Snapshot, long RetiredAt) old) => clock.GetElapsedTime(old.RetiredAt) >= options.KeepGenerations;
    }

    /// <summary>Name, length and time of the newest commit's file: looked at four times a second, so no file is opened for it.</summary>
    private (string Name, long Length, DateTime Written) LatestCommitFile()
    {
        if (!System.IO.Directory.Exists(options.Directory))
            throw new IndexUnavailableException($"there is no index in {options.Directory}: make one with the indexer, or name another folder with --index");
        var newest = new DirectoryInfo(options.Directory).EnumerateFiles("segments_*").MaxBy(file => (file.Name.Length, file.Name))
            ?? throw new IndexUnavailableException($"{options.Directory} is not an index (it has no committed segments): make one with the indexer, or name another folder with --index");
        return (newest.Name, newest.Length, newest.LastWriteTimeUtc);
    }
}
