using System.Collections.Concurrent;
using Indexer.Archives;

namespace Indexer.Ingest;

/// <summary>
/// Finds new and changed files of folders by notifications of the operating system. These may be lost, and some network drives send none,
/// so all files are also checked once a minute.
/// </summary>
internal sealed class FolderChanges : IDisposable
{
    /// <summary>Time to wait for further notifications: files arrive in groups and are written in pieces.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly string[] folders;
    private readonly TimeProvider clock;
    private readonly List<FileSystemWatcher> watchers;
    private readonly ConcurrentDictionary<string, bool> changed = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim arrived = new(0);
    private volatile bool missed;

    public FolderChanges(string[] folders, TimeProvider clock)
    {
        (this.folders, this.clock) = (folders, clock);
        watchers = [.. folders.Select(Watch)];
    }

    /// <summary>Returns the files that changed since the last call; waits until there is one, or until all must be checked.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public async Task<IEnumerable<string>> NextAsync(CancellationToken cancellationToken)
    {
        var told = await arrived.WaitAsync(LookEvery, cancellationToken);
        await Task.Delay(Settling, clock, cancellationToken);
        while (arrived.Wait(0, CancellationToken.None))
        {
            // Further notifications of the same bunch.
        }

        if (!told || missed)
        {
            missed = false;
            changed.Clear();
            return ArchiveFiles.Walk(folders);
        }

        var files = changed.Keys.Order(StringComparer.Ordinal).ToList();
        files.ForEach(file => changed.TryRemove(file, out _));
        return files.Where(File.Exists).Where(file => !ArchiveFiles.IsHidden(file));
    }

    public void Dispose()
    {
        watchers.ForEach(watcher => watcher.Dispose());
        arrived.Dispose();
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Created += (_, change) => Note(change.FullPath, folder);
        watcher.Changed += (_, change) => Note(change.FullPath, folder);
        watcher.Renamed += (_, change) => Note(change.FullPath, folder);
        watcher.Error += (_, _) =>
        {
            missed = true;
            arrived.Release();
        };
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Note(string path, string folder)
    {
        // A folder that is moved in brings files without notifications.
        if (Directory.Exists(path))
            missed = true;
        else
            changed[Path.Combine(folder, Path.GetRelativePath(folder, path))] = true;
        arrived.Release();
    }
}
