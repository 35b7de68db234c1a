using System.Text;
using Indexer.Archives.Containers;
using Indexer.Records;
using Indexer.Texts;

namespace Indexer.Archives;

/// <summary>
/// Opens a file, decompresses and unpacks it, finds the reader that recognises its content, and reads it. An error of the file becomes one
/// of its readings.
/// </summary>
internal sealed class ArchiveFile(ArchiveReaders readers)
{
    /// <summary>Maximum nesting of archives; a .tar.gz in a .zip has three levels, and deeper ones are an attack.</summary>
    private const int MaxDepth = 5;

    public IEnumerable<Reading> Read(string path) => ReadWith(path, null);

    /// <param name="digest">Complete once all readings are taken.</param>
    public IEnumerable<Reading> Read(string path, FileDigest digest) => ReadWith(path, digest);

    private IEnumerable<Reading> ReadWith(string path, FileDigest? digest)
    {
        Stream? opened = null;
        Reading? failure = null;
        try
        {
            opened = path == ArchiveFiles.StandardInput
                ? Console.OpenStandardInput()
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 128 * 1024,
                    FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = new Reading.Rejected(path, 0, Reading.NoReader, $"the file cannot be opened: {e.Message}", "");
        }

        if (failure is not null)
        {
            yield return failure;
            yield break;
        }

        using var file = opened!;
        foreach (var reading in Read(path, digest?.Watch(file) ?? file))
            yield return reading;
        digest?.Complete(file);
    }

    /// <summary>As <see cref="Read(string)"/>, but reads an open stream.</summary>
    public IEnumerable<Reading> Read(string path, Stream stream) =>
        RowAddresses.Resolve(Guarded(path, () => Unpack(path, stream, 0)).Select(Readable));

    private static Reading Readable(Reading reading) =>
        reading is Reading.Read read ? read with { Article = ReadableArticle.Of(read.Article) } : reading;

    private IEnumerable<Reading> Unpack(string path, Stream stream, int depth)
    {
        if (depth > MaxDepth)
            return [new Reading.Rejected(path, 0, Reading.NoReader, $"packed more than {MaxDepth} times over", "")];
        var head = Peek(ref stream);
        if (head.IsEmpty)
            return [new Reading.Rejected(path, 0, Reading.NoReader, "the file is empty", "")];
        if (ForeignFile.NameOf(head.Span) is { } foreign)
            return [
                new Reading.Rejected(path, 0, Reading.NoReader,
                    $"{foreign}, which is not read; save it as text or HTML, or its tables as CSV", "")];
        if (Compression.Of(head.Span) is { } decompress)
            return UnpackCompressed(path, stream, decompress, depth);
        if (ZipFiles.Recognises(head.Span))
            return UnpackFiles(path, ZipFiles.Of(stream), depth);
        if (TarFiles.Recognises(head.Span))
            return UnpackFiles(path, TarFiles.Of(stream), depth);
        if (WideText.EncodingOf(head.Span) is { } wide)
            return UnpackWide(path, stream, wide, depth);

        var known = new ArchiveHead(head);
        return readers.For(known) is { } reader
            ? OrNoRecords(path, reader, reader.Read(new ArchiveSource(path, stream)))
            : [new Reading.Rejected(path, 0, Reading.NoReader, UnknownFormat.Of(known, readers.All), Reading.SnippetOf(head.Span))];
    }

    /// <summary>Reports a table without rows or a list without items, which would otherwise leave no trace.</summary>
    private static IEnumerable<Reading> OrNoRecords(string path, IArchiveReader reader, IEnumerable<Reading> readings)
    {
        var any = false;
        foreach (var reading in readings)
        {
            any = true;
            yield return reading;
        }

        if (!any)
            yield return new Reading.PassedOver(path, 0, reader.Name, "a file without records");
    }

    private IEnumerable<Reading> UnpackCompressed(string path, Stream stream, Func<Stream, Stream> decompress, int depth)
    {
        var packed = new CountedStream(stream);
        using var unpacked = new ExpansionGuard(decompress(packed), () => packed.Count);
        foreach (var reading in Unpack(path, unpacked, depth + 1))
            yield return reading;
    }

    /// <summary>Readers handle single-byte text only. Offsets of files in UTF-16 and UTF-32 count bytes of the text in UTF-8.</summary>
    private IEnumerable<Reading> UnpackWide(string path, Stream stream, Encoding encoding, int depth)
    {
        using var text = Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8, leaveOpen: true);
        foreach (var reading in Unpack(path, text, depth + 1))
            yield return reading;
    }

    /// <summary>Reads small files on all cores. A damaged file does not affect the others of the archive.</summary>
    private IEnumerable<Reading> UnpackFiles(string path, IEnumerable<PackedFile> files, int depth) =>
        ParallelRecords.Read(files.Select(file => Cut($"{path}!{file.Name}", file, depth)));

    private CutRecord Cut(string name, PackedFile file, int depth)
    {
        if (file.Refusal is { } refusal)
            return CutRecord.Of(new Reading.Rejected(name, 0, Reading.NoReader, refusal, ""));
        var taken = TakenFile.Of(file);
        return new CutRecord(taken.Bytes, () => Guarded(name, () => UnpackOne(name, taken.Stream, depth)));
    }

    private IEnumerable<Reading> UnpackOne(string name, Stream file, int depth)
    {
        using var stream = file;
        foreach (var reading in Unpack(name, stream, depth + 1))
            yield return reading;
    }

    /// <summary>Reads the first bytes of a stream and rewinds it.</summary>
    private static ReadOnlyMemory<byte> Peek(ref Stream stream)
    {
        var buffer = new byte[ArchiveHead.Size];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var head = buffer.AsMemory(0, length);
        if (stream.CanSeek)
            stream.Position -= length;
        else
            stream = new RewoundStream(head, stream);
        return head;
    }

    /// <summary>
    /// Keeps what was read before a damaged .gz fails, and rejects the rest once. Other exceptions of libraries are rejects as well: one
    /// file never ends a run.
    /// </summary>
    private static IEnumerable<Reading> Guarded(string path, Func<IEnumerable<Reading>> read)
    {
        IEnumerator<Reading>? each = null;
        Reading? last = null;
        try
        {
            while (true)
            {
                Reading.Rejected? failure = null;
                try
                {
                    each ??= read().GetEnumerator();
                    if (!each.MoveNext())
                        yield break;
                    last = each.Current;
                }
                catch (Exception e) when (e is not OutOfMemoryException and not OperationCanceledException)
                {
                    failure = Failed(path, last, e);
                }

                yield return failure ?? last!;
                if (failure is not null)
                    yield break;
            }
        }
        finally
        {
            each?.Dispose();
        }
    }

    private static Reading.Rejected Failed(string path, Reading? last, Exception e)
    {
        var what = e is IOException or InvalidDataException ? e.Message : $"{e.GetType().Name}: {e.Message}";
        return last is null
            ? new Reading.Rejected(path, 0, Reading.NoReader, $"the file cannot be read: {what}", "")
            : new Reading.Rejected(path, last.Offset, last.Reader,
                $"the file cannot be read beyond the record that begins at {last.Offset}: {what}", "");
    }
}
