using System.Globalization;
using NewsIndex.Files;
using NewsIndex.Generations;
using NewsIndex.Repeats;

namespace NewsIndex.SavedSnapshots;

/// <summary>
/// The folder with the saved snapshots of an index, a folder for each. One that is not finished has a name that begins with a dot and ends
/// in <c>.unfinished</c>, until it is renamed as its last step; one that a killed process left is removed by the next change. Safe for
/// concurrent processes. Thread-safe.
/// </summary>
public sealed class SnapshotFolder
{
    /// <summary>Name of the file that is locked while a snapshot is made or deleted.</summary>
    internal const string LockName = ".newssearch-snapshots.lock";
    private const string Unfinished = ".unfinished";

    private readonly string folder;
    private readonly SnapshotSource source;
    private readonly TimeProvider clock;

    /// <param name="folder">Need not exist yet.</param>
    internal SnapshotFolder(string folder, SnapshotSource source, TimeProvider clock) =>
        (this.folder, this.source, this.clock) = (folder, source, clock);

    /// <summary>Returns the finished snapshots, newest first; those with a manifest that cannot be read are the last.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<ListedSnapshot> List() => Directory.Exists(folder)
        ?
        [
            .. new DirectoryInfo(folder).EnumerateDirectories().Where(entry => SnapshotName.IsValid(entry.Name))
                .Select(entry => Read(entry.Name))
                .OrderByDescending(listed => listed.Snapshot?.CreatedAt).ThenBy(listed => listed.Name, StringComparer.Ordinal),
        ]
        : [];

    /// <summary>Time at which the last snapshot was finished; null while there is none, or while the folder cannot be read.</summary>
    public DateTimeOffset? LastFinishedAt()
    {
        try
        {
            // A folder changes last when its manifest is written. No manifest is read, since metrics ask often.
            return Directory.Exists(folder)
                ? new DirectoryInfo(folder).EnumerateDirectories().Where(entry => SnapshotName.IsValid(entry.Name))
                    .Max(entry => (DateTimeOffset?)new DateTimeOffset(entry.LastWriteTimeUtc, TimeSpan.Zero))
                : null;
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            return null;
        }
    }

    /// <summary>
    /// Copies a generation, while writing goes on, with the corrections and pins of this moment. It is durable when this returns. Files
    /// are linked where the file system can, and copied elsewhere. For a request that made a snapshot which is still there, makes nothing
    /// and returns that one.
    /// </summary>
    /// <exception cref="SnapshotFailedException">The snapshot was not made; nothing of it is left.</exception>
    /// <exception cref="GenerationExpiredException">The generation is no longer there.</exception>
    /// <exception cref="IndexUnavailableException">There is no index, or its pins or corrections cannot be read.</exception>
    /// <exception cref="RequestIdReusedException">A snapshot is that of another request with its id.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing of the snapshot is left.</exception>
    public SavedSnapshot Create(SnapshotOrder order, Action<SnapshotProgress> progress, CancellationToken cancellation) =>
        Changing(() =>
        {
            if (order.Request is { } request && MadeBy(request) is { } earlier)
                return earlier;
            if (order.Name is not null)
                RefuseExisting(order.Name);
            using var held = source.Hold(order.Generation);
            var now = clock.GetUtcNow();
            var chosen = order.Name ?? FreeName(SnapshotName.Of(now, held.Generation.Number));
            var work = WorkOf(chosen);
            try
            {
                var made = SnapshotWriter.Write(work, held, source, progress, cancellation) with
                {
                    Name = chosen,
                    CreatedAt = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
                    By = order.By,
                    Note = order.Note,
                    Request = order.Request,
                };
                SnapshotManifest.Write(work, made);
                DurableFile.FlushFolder(work);
                Directory.Move(work, Path.Combine(folder, chosen));
                DurableFile.FlushFolder(folder);
                return made;
            }
            catch
            {
                Remove(work);
                throw;
            }
        });

    /// <summary>Deletes a snapshot. Generations of the index do not depend on it.</summary>
    /// <exception cref="SnapshotFailedException">There is no such snapshot, or it cannot be deleted.</exception>
    public void Delete(string name)
    {
        RequireExisting(name);
        Changing(() =>
        {
            RequireExisting(name);
            Directory.Move(Path.Combine(folder, name), WorkOf(name));
            DurableFile.FlushFolder(folder);
            Remove(WorkOf(name));
            return name;
        });
    }

    /// <summary>Removes what killed processes left; does nothing while another process makes a snapshot.</summary>
    /// <exception cref="SnapshotFailedException">The folder cannot be written.</exception>
    public void CleanUp()
    {
        if (!Directory.Exists(folder) || !Leftovers().Any())
            return;
        try
        {
            Changing(() => folder);
        }
        catch (SnapshotFailedException busy) when (busy.Failure == SnapshotFailure.Busy)
        {
            // Whoever is at work removes it.
        }
    }

    /// <summary>Changes the folder under its lock, so that everything unfinished in it is left over.</summary>
    private T Changing<T>(Func<T> change)
    {
        try
        {
            Directory.CreateDirectory(folder);
            if (!FileLock.TryTake(Path.Combine(folder, LockName), out var held))
            {
                throw new SnapshotFailedException(
                    SnapshotFailure.Busy, "another snapshot is being made or deleted; expected one at a time; try again when it is done");
            }

            using (held)
            {
                foreach (var left in Leftovers().ToList())
                    Directory.Delete(left, recursive: true);
                return change();
            }
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            throw new SnapshotFailedException(
                SnapshotFailure.NotWritten,
                $"the folder of snapshots cannot be changed ({WriteFailure.Reason(e)}); make room, or let the program write there", e);
        }
    }

    private IEnumerable<string> Leftovers() => Directory.EnumerateDirectories(folder, ".*" + Unfinished);

    private string WorkOf(string name) => Path.Combine(folder, $".{name}{Unfinished}");

    private ListedSnapshot Read(string name)
    {
        try
        {
            return new ListedSnapshot(name, SnapshotManifest.Read(Path.Combine(folder, name)));
        }
        catch (SnapshotFailedException e)
        {
            return new ListedSnapshot(name, null, e.Message);
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            return new ListedSnapshot(name, null, $"the manifest cannot be read ({WriteFailure.Reason(e)})");
        }
    }

    /// <summary>The snapshot that a request made before; null if it made none, or if that one is gone or cannot be read.</summary>
    /// <exception cref="RequestIdReusedException">A snapshot is that of another request with its id.</exception>
    private SavedSnapshot? MadeBy(WriteRequest request) =>
        List().Select(listed => listed.Snapshot).FirstOrDefault(snapshot => request.IsRepeatOf(snapshot?.Request));

    /// <summary>Numbers a name that is taken: several snapshots of a generation may be made in one second.</summary>
    private string FreeName(string name)
    {
        var free = name;
        for (var number = 2; Path.Exists(Path.Combine(folder, free)); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        return free;
    }

    private void RefuseExisting(string name)
    {
        if (Path.Exists(Path.Combine(folder, name)))
        {
            throw new SnapshotFailedException(
                SnapshotFailure.Exists, $"there is a snapshot \"{name}\"; expected a new name; choose another, or delete that one first");
        }
    }

    private void RequireExisting(string name)
    {
        if (!SnapshotName.IsValid(name) || !Directory.Exists(Path.Combine(folder, name)))
            throw new SnapshotFailedException(SnapshotFailure.Missing, $"there is no snapshot \"{name}\"");
    }

    /// <summary>What cannot be removed now is left over, and removed by the next change.</summary>
    private static void Remove(string work)
    {
        try
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            // Left over, as after a kill.
        }
    }
}
