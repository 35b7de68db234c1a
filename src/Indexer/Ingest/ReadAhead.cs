using System.Runtime.CompilerServices;
using Indexer.Archives;
using Indexer.Archives.Containers;
using Indexer.Records;

namespace Indexer.Ingest;

/// <summary>
/// Reads small files on all cores ahead of the consumer, in order. Records of large files are cut and read while they are consumed.
/// </summary>
internal sealed class ReadAhead(ArchiveFile archive, FileManifest manifest)
{
    /// <summary>
    /// Maximum size of a small file; pages, wires and posts are smaller. Packed files may unpack to hundreds of times their size, so their
    /// limit is lower.
    /// </summary>
    private const long MaxSmallFile = 1024 * 1024;
    private const long MaxSmallPackedFile = 64 * 1024;

    private static readonly int MaxFilesAhead = 2 * Environment.ProcessorCount;

    public async IAsyncEnumerable<FileOnItsWay> ReadAsync(
        IEnumerable<string> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ahead = new Queue<Task<FileOnItsWay>>();
        foreach (var file in files)
        {
            ahead.Enqueue(Begin(file));
            if (ahead.Count > MaxFilesAhead)
                yield return await ahead.Dequeue().WaitAsync(cancellationToken);
        }

        while (ahead.TryDequeue(out var next))
            yield return await next.WaitAsync(cancellationToken);
    }

    private Task<FileOnItsWay> Begin(string file)
    {
        if (manifest.Unchanged(file) is { } before)
            return Task.FromResult(new FileOnItsWay(file, null, before, null, []));
        var onItsWay = FileStamp.Of(file) is { } stamp
            ? Hashed(file, stamp)
            : new FileOnItsWay(file, null, null, null, archive.Read(file));
        return IsSmall(file, onItsWay.Stamp)
            ? Task.Run(() => onItsWay with { Readings = onItsWay.Readings.ToList() })
            : Task.FromResult(onItsWay);
    }

    /// <summary>Standard input has no stamp and is not hashed: it may never end.</summary>
    private FileOnItsWay Hashed(string file, FileStamp stamp)
    {
        var digest = new FileDigest();
        return new FileOnItsWay(file, stamp, null, digest, archive.Read(file, digest));
    }

    private static bool IsSmall(string file, FileStamp? stamp)
    {
        if (stamp is not { } known || known.Size > MaxSmallFile)
            return false;
        if (known.Size <= MaxSmallPackedFile)
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
            // Reading reports the error.
            return true;
        }
    }
}
