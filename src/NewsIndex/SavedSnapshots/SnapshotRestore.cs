using NewsIndex.Alerts;
using NewsIndex.Entities;
using NewsIndex.Files;
using NewsIndex.Generations;
using NewsIndex.Intake;

namespace NewsIndex.SavedSnapshots;

/// <summary>
/// Makes an index of a saved snapshot. The file that makes the commit gets its name last, so that a folder never holds half an index; what
/// a killed restore left is removed by the next one.
/// </summary>
internal static class SnapshotRestore
{
    /// <summary>Lies in the folder until the restore is finished. Begins with a dot, because writers ignore such files.</summary>
    private const string Marker = ".restoring";

    private const string HeldBack = ".restoring-commit";

    /// <param name="snapshot">Folder of the snapshot.</param>
    /// <param name="directory">Folder of the index, which is missing or holds nothing that a restore would replace.</param>
    /// <exception cref="SnapshotFailedException">The snapshot is damaged, or the folder is occupied; there is no index there.</exception>
    /// <exception cref="IndexLockedException">A writer has the folder open.</exception>
    /// <exception cref="IOException">A file cannot be read or written; there is no index there.</exception>
    public static RestoredIndex Run(string snapshot, string directory)
    {
        if (!Directory.Exists(snapshot))
        {
            throw new SnapshotFailedException(
                SnapshotFailure.Missing, $"there is no snapshot in {snapshot}; expected a folder with a manifest");
        }

        var manifest = SnapshotManifest.Read(snapshot);
        if (manifest.Files.Count(IsCommit) != 1)
            throw SnapshotManifest.Damaged("has no commit, or several");
        RefuseOccupied(directory);
        foreach (var side in SidesOf(directory))
            RefuseOther(side, snapshot, manifest);
        using var indexLock = IndexLock.Take(directory);
        RemoveLeftovers(directory);
        File.WriteAllBytes(Path.Combine(directory, Marker), []);
        try
        {
            return Fill(snapshot, manifest, directory);
        }
        catch
        {
            RemoveLeftovers(directory);
            throw;
        }
    }

    private static RestoredIndex Fill(string snapshot, SavedSnapshot manifest, string directory)
    {
        foreach (var file in manifest.Files.Where(IsIndexFile))
            Copy(snapshot, file, Path.Combine(directory, IsCommit(file) ? HeldBack : NameOf(file)));
        var (own, other) = ReadPins(snapshot, manifest);
        if (own.Count > 0)
            DurableFile.Write(Path.Combine(directory, PinFile.FileName), PinFile.ToBytes(own));
        foreach (var (name, path, _) in SidesOf(directory))
            RestoreSide(name, path, snapshot, manifest);
        DurableFile.FlushFolder(directory);
        File.Move(Path.Combine(directory, HeldBack), Path.Combine(directory, NameOf(manifest.Files.Single(IsCommit))));
        DurableFile.FlushFolder(directory);
        File.Delete(Path.Combine(directory, Marker));
        DurableFile.FlushFolder(directory);
        return new RestoredIndex(manifest, own.Count, other);
    }

    private static void Copy(string snapshot, SavedFile file, string path)
    {
        using (var source = Open(snapshot, file))
        using (var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
        {
            var hash = HashedCopy.Read(source, copy, _ => { }, CancellationToken.None);
            if (hash != file.Sha256 || copy.Length != file.Bytes)
                throw SnapshotManifest.Damaged($"has a {file.Path} that differs from its checksum");
            copy.Flush(flushToDisk: true);
        }

        File.SetLastWriteTimeUtc(path, file.ModifiedAt.UtcDateTime);
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle Open(string snapshot, SavedFile file)
    {
        try
        {
            return File.OpenHandle(Path.Combine(snapshot, file.Path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw SnapshotManifest.Damaged($"has no {file.Path}", e);
        }
    }

    /// <summary>Reads a small file of a snapshot; null when the snapshot has none.</summary>
    private static byte[]? ReadSide(string snapshot, SavedSnapshot manifest, string name)
    {
        if (manifest.Files.FirstOrDefault(file => file.Path == name) is not { } file)
            return null;
        using var source = Open(snapshot, file);
        using var content = new MemoryStream();
        return HashedCopy.Read(source, content, _ => { }, CancellationToken.None) == file.Sha256
            ? content.ToArray()
            : throw SnapshotManifest.Damaged($"has a {file.Path} that differs from its checksum");
    }

    private static (List<GenerationPin> Own, List<GenerationPin> Other) ReadPins(string snapshot, SavedSnapshot manifest)
    {
        if (ReadSide(snapshot, manifest, SnapshotManifest.PinsName) is null)
            return ([], []);
        var pins = new PinFile(snapshot).Read();
        var ofGeneration = pins.ToLookup(pin => pin.Generation == manifest.Generation);
        return ([.. ofGeneration[true]], [.. ofGeneration[false]]);
    }

    /// <summary>Files beside the index, which outlive it: name in a snapshot, path, and what they hold.</summary>
    private static (string Name, string Path, string Holds)[] SidesOf(string directory) =>
    [
        (SnapshotManifest.CorrectionsName, CorrectionLog.PathFor(directory), "corrections"),
        (SnapshotManifest.AlertsName, AlertLog.PathFor(directory), "alerts"),
        (SnapshotManifest.DeletionsName, DeletionLog.PathFor(directory), "deletions"),
    ];

    private static void RestoreSide(string name, string path, string snapshot, SavedSnapshot manifest)
    {
        if (ReadSide(snapshot, manifest, name) is not { } lines || File.Exists(path))
            return;
        var next = path + ".restoring";
        File.Delete(next);
        DurableFile.Write(next, lines);
        File.Move(next, path);
        DurableFile.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>What the snapshot holds must not replace what is there, nor the other way round.</summary>
    private static void RefuseOther((string Name, string Path, string Holds) side, string snapshot, SavedSnapshot manifest)
    {
        var (name, path, holds) = side;
        if (!File.Exists(path) || File.ReadAllBytes(path) is not { Length: > 0 } present)
            return;
        if (!present.AsSpan().SequenceEqual(ReadSide(snapshot, manifest, name)))
        {
            throw new SnapshotFailedException(
                SnapshotFailure.Occupied,
                $"{path} holds other {holds} than the snapshot; expected none there, or the same; move the file away first");
        }
    }

    private static void RefuseOccupied(string directory)
    {
        if (File.Exists(directory))
            throw new SnapshotFailedException(SnapshotFailure.Occupied, $"{directory} is a file; expected a folder for the index");
        if (!Directory.Exists(directory) || File.Exists(Path.Combine(directory, Marker)))
            return;
        var names = Directory.EnumerateFileSystemEntries(directory).Select(entry => Path.GetFileName(entry));
        if (names.FirstOrDefault(name => !MayStay(name)) is { } name)
        {
            throw new SnapshotFailedException(
                SnapshotFailure.Occupied,
                $"{directory} is not empty (it holds {name}); expected an empty or new folder, since nothing is overwritten; "
                + "move the index away, or name another folder with --index");
        }
    }

    private static bool MayStay(string name) => name is "README.md" or "write.lock" || IsHidden(name) || name == IndexLock.FileName;

    private static bool IsHidden(string name) => name[0] == '.';

    private static void RemoveLeftovers(string directory)
    {
        if (!File.Exists(Path.Combine(directory, Marker)))
            return;
        foreach (var path in Directory.EnumerateFiles(directory))
        {
            if (!MayStay(Path.GetFileName(path)))
                File.Delete(path);
        }

        File.Delete(Path.Combine(directory, HeldBack));
        File.Delete(Path.Combine(directory, Marker));
    }

    private static bool IsIndexFile(SavedFile file) => file.Path.StartsWith(SnapshotManifest.IndexFolder + "/", StringComparison.Ordinal);

    private static bool IsCommit(SavedFile file) => IsIndexFile(file) && NameOf(file).StartsWith("segments_", StringComparison.Ordinal);

    private static string NameOf(SavedFile file) => file.Path[(SnapshotManifest.IndexFolder.Length + 1)..];
}
