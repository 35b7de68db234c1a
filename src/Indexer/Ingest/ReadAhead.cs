using Indexer.Archives;
using Indexer.Archives.Containers;
using Indexer.Records;

namespace Indexer.Ingest;

/// <summary>A file on its way to the index.</summary>
/// <param name="Stamp">Of before it was read; null for standard input.</param>
/// <param name="Before">What it held when it was read, where it has not changed since; then it has no readings.</param>
internal sealed record FileOnItsWay(string File, FileStamp? Stamp, FileTally? Before, IEnumerable<Reading> Readings);

/// <summary>Reads small files on all cores, ahead of whoever takes them, and gives all files in their order; large files are streamed.</summary>
internal sealed class ReadAhead(ArchiveFile archive, FileManifest manifest)
{
    /// <summary>What a page, a wire or a post is; packed files may hold hundreds of times their size, and are small only when they are tiny.</summary>
    private const long SmallFile = 1024 * 1024;
    private const long SmallPackedFile = 64 * 1024;

    private static readonly int FilesAhead = 2 * Environment.ProcessorCount;

    public IEnumerable<FileOnItsWay> Of(IEnumerable<string> files)
    {
        var ahead = new Queue<(FileOnItsWay File, Task<List<Reading>>? Read)>();
        foreach (var file in files)
        {
            ahead.Enqueue(Begin(file));
            if (ahead.Count > FilesAhead)
                yield return Take(ahead.Dequeue());
        }

        while (ahead.TryDequeue(out var next))
            yield return Take(next);
    }

    private (FileOnItsWay File, Task<List<Reading>>? Read) Begin(string file)
    {
        if (manifest.Unchanged(file) is { } before)
            return (new FileOnItsWay(file, null, before, []), null);
        var onItsWay = new FileOnItsWay(file, FileStamp.Of(file), null, []);
        return (onItsWay, IsSmall(file, onItsWay.Stamp) ? Task.Run(() => archive.Read(file).ToList()) : null);
    }

    private FileOnItsWay Take((FileOnItsWay File, Task<List<Reading>>? Read) next) => next switch
    {
        { File.Before: not null } => next.File,
        { Read: { } read } => next.File with { Readings = read.GetAwaiter().GetResult() },
        _ => next.File with { Readings = archive.Read(next.File.File) },
    };

    private static bool IsSmall(string file, FileStamp? stamp)
    {
        if (stamp is not { } known || known.Size > SmallFile)
            return false;
        if (known.Size <= SmallPackedFile)
            return true;
        try
        {
            Span<byte> head = stackalloc byte[512];
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            return Compression.Of(head) is null && !ZipFiles.Recognises(head);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading it will say what is wrong.
            return true;
        }
    }
}
