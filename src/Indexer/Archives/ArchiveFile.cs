using System.IO.Compression;

namespace Indexer.Archives;

/// <summary>Opens one file, finds the reader that recognises it, and reads it. Whatever goes wrong with the file is one of its readings.</summary>
internal static class ArchiveFile
{
    private const string NoReader = "none";

    public static IEnumerable<Reading> Read(string path)
    {
        Stream? opened = null;
        Reading? failure = null;
        try
        {
            opened = Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            failure = new Reading.Rejected(path, 0, NoReader, $"the file cannot be opened: {e.Message}", "");
        }

        if (failure is not null)
        {
            yield return failure;
            yield break;
        }

        using var stream = opened!;
        foreach (var reading in Guarded(path, ReadOpened(path, stream)))
            yield return reading;
    }

    private static IEnumerable<Reading> ReadOpened(string path, Stream stream)
    {
        var head = new byte[ArchiveHead.Size];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var known = new ArchiveHead(head.AsMemory(0, length));
        if (length == 0)
            return [new Reading.Rejected(path, 0, NoReader, "the file is empty", "")];
        if (ArchiveReaders.For(known) is not { } reader)
            return [new Reading.Rejected(path, 0, NoReader, Unrecognised(known), Reading.SnippetOf(known.Bytes.Span))];
        return reader.Read(new ArchiveSource(path, new RewoundStream(known.Bytes, stream)));
    }

    private static string Unrecognised(ArchiveHead head) =>
        (head.IsBinary ? "a binary file" : "a text of no known format")
        + $"; expected one of {string.Join(", ", ArchiveReaders.All.Select(reader => reader.Name))}";

    /// <summary>A damaged .gz fails in the middle: what was read before stays, and the rest is rejected once.</summary>
    private static IEnumerable<Reading> Guarded(string path, IEnumerable<Reading> readings)
    {
        using var each = readings.GetEnumerator();
        long last = 0;
        while (true)
        {
            Reading? reading = null;
            try
            {
                if (!each.MoveNext())
                    yield break;
                reading = each.Current;
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                reading = new Reading.Rejected(path, last, NoReader, $"the file cannot be read beyond the record that begins at {last}: {e.Message}", "");
            }

            last = reading.Offset;
            yield return reading;
            if (reading is Reading.Rejected { Reader: NoReader })
                yield break;
        }
    }

    private static Stream Open(string path)
    {
        var file = path == ArchiveFiles.StandardInput
            ? Console.OpenStandardInput()
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan);
        var magic = new byte[2];
        var length = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        Stream whole = new RewoundStream(magic.AsMemory(0, length), file);
        return length == 2 && magic[0] == 0x1F && magic[1] == 0x8B ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }
}
