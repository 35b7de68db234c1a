using NewsIndex.Files;
using NewsIndex.Generations;

namespace NewsIndex.SavedSnapshots;

/// <summary>Fills the folder of one snapshot, but for its manifest.</summary>
internal static class SnapshotWriter
{
    /// <summary>Links or copies the files of a generation, and those beside it; all of them are on disk when this returns.</summary>
    /// <param name="folder">A new folder.</param>
    /// <returns>The snapshot, without its name and what the caller says of it.</returns>
    public static SavedSnapshot Write(
        string folder, HeldGeneration held, SnapshotSource source, Action<SnapshotProgress> progress, CancellationToken cancellation)
    {
        var index = Path.Combine(folder, SnapshotManifest.IndexFolder);
        Directory.CreateDirectory(index);
        // Links first and at once: until they are made, a writer may delete the names.
        var linked = held.Files.Select(file => TryLink(file, Path.Combine(index, file.Name))).ToArray();
        // Before the bytes are read, which takes long: these belong to the moment of the call.
        var (corrections, lines) = source.ReadCorrections();
        var (pins, alerts, deletions) = (source.ReadPins(), source.ReadAlerts(), source.ReadDeletions());

        var (done, total) = (0L, held.Files.Sum(file => file.Length));
        progress(new SnapshotProgress(0, total));
        var files = held.Files.Select((file, i) => Save(file, Path.Combine(index, file.Name), linked[i], Advance, cancellation)).ToList();
        if (lines.Length > 0)
            files.Add(WriteSide(folder, SnapshotManifest.CorrectionsName, lines));
        if (alerts.Length > 0)
            files.Add(WriteSide(folder, SnapshotManifest.AlertsName, alerts));
        if (deletions.Length > 0)
            files.Add(WriteSide(folder, SnapshotManifest.DeletionsName, deletions));
        if (pins.Count > 0)
            files.Add(WriteSide(folder, SnapshotManifest.PinsName, PinFile.ToBytes(pins)));
        DurableFile.FlushFolder(index);
        return new SavedSnapshot(
            "", held.Generation, default, held.CommittedAt, held.IndexId, held.Format, corrections, pins.Count, "", "", files);

        void Advance(int bytes) => progress(new SnapshotProgress(done += bytes, total));
    }

    /// <summary>False, and no link, when the file cannot be linked or its name has become that of another file.</summary>
    private static bool TryLink(HeldFile file, string name)
    {
        if (!HardLink.TryMake(file.Path, name))
            return false;
        if (FileStamp.Of(name) == file.Stamp)
            return true;
        File.Delete(name);
        return false;
    }

    private static SavedFile Save(HeldFile file, string path, bool isLinked, Action<int> read, CancellationToken cancellation)
    {
        string hash;
        if (isLinked)
        {
            hash = HashedCopy.Read(file.Handle, null, read, cancellation);
            DurableFile.FlushFile(path);
        }
        else
        {
            using (var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            {
                hash = HashedCopy.Read(file.Handle, copy, read, cancellation);
                copy.Flush(flushToDisk: true);
            }

            File.SetLastWriteTimeUtc(path, file.Stamp.Written);
        }

        return new SavedFile(
            $"{SnapshotManifest.IndexFolder}/{file.Name}", file.Length, hash, new DateTimeOffset(file.Stamp.Written, TimeSpan.Zero));
    }

    private static SavedFile WriteSide(string folder, string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        DurableFile.Write(path, content);
        using var file = File.OpenHandle(path);
        var hash = HashedCopy.Read(file, null, _ => { }, CancellationToken.None);
        return new SavedFile(name, content.Length, hash, new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero));
    }
}
