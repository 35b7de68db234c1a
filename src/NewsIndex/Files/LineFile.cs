namespace NewsIndex.Files;

/// <summary>
/// A file of entries that only grows: one JSON object a line, each line ended by a line feed. A process that is killed while it appends
/// leaves a last line without an end; that entry was never acknowledged, so it does not count, and the next append removes it. Any other
/// invalid line makes the whole file unreadable: skipping it would silently change what is found.
/// </summary>
/// <param name="noun">What an entry is, for messages: "correction".</param>
/// <param name="write">Writes an entry as one JSON object, without a line end.</param>
/// <param name="read">Reads an entry; throws a <see cref="FormatException"/> that states the reason.</param>
internal sealed class LineFile<T>(string path, string noun, Func<T, byte[]> write, Func<ReadOnlySpan<byte>, T> read)
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>File name without its folder, for messages.</summary>
    public string Name { get; } = Path.GetFileName(path);

    /// <summary>Returns null if there is no file.</summary>
    public FileStamp? Stamp() => FileStamp.Of(path);

    /// <exception cref="FormatException">A line is not an entry; the message names the line and what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public LineFileContent<T> Read()
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            // Before the content, so that what is appended meanwhile is a change.
            var stamp = FileStamp.Of(file.SafeFileHandle);
            var bytes = new byte[file.Length];
            return Parse(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)), stamp);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new LineFileContent<T>([], LineFileEnd.Missing);
        }
    }

    /// <summary>The lines of the entries of <paramref name="known"/> as the file has them, the last one with a line end too.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public byte[] LinesOf(LineFileContent<T> known)
    {
        if (known.End.Stamp is null)
            return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var lines = new byte[known.End.Offset];
        file.ReadExactly(lines);
        return known.End.Last == LastLine.Unended ? [.. lines, .. write(known.Entries[^1]), LineFeed] : lines;
    }

    /// <summary>
    /// Appends entries and returns once they are on disk. The caller holds the lock, and <paramref name="known"/> is the end of the file as
    /// it is.
    /// </summary>
    /// <returns>The new end.</returns>
    /// <exception cref="IOException">No entry was written; the file is as before.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only.</exception>
    public LineFileEnd Append(LineFileEnd known, params IReadOnlyList<T> entries)
    {
        // Without a buffer, which would write what was taken back when the file is closed.
        using var file = new FileStream(
            path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (known.Last == LastLine.Torn)
            file.SetLength(known.Offset);
        var before = file.Length;
        file.Position = before;
        try
        {
            ReadOnlySpan<byte> ending = known.Last == LastLine.Unended ? [LineFeed] : [];
            file.Write([.. ending, .. entries.SelectMany(entry => (byte[])[.. write(entry), LineFeed])]);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // A partly written line must not count: the caller is told that it failed.
            file.SetLength(before);
            throw;
        }

        return new LineFileEnd(FileStamp.Of(file.SafeFileHandle), file.Length, LastLine.Ended);
    }

    private LineFileContent<T> Parse(ReadOnlySpan<byte> bytes, FileStamp stamp)
    {
        var entries = new List<T>();
        var start = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        for (var number = 1; start < bytes.Length; number++)
        {
            if (bytes[start..].IndexOf(LineFeed) is not (>= 0 and var length))
                return WithLastLine(bytes[start..], entries, new LineFileEnd(stamp, start, LastLine.Torn));
            if (!IsBlank(bytes.Slice(start, length)))
                entries.Add(ReadLine(bytes.Slice(start, length), number));
            start += length + 1;
        }

        return new LineFileContent<T>(entries, new LineFileEnd(stamp, start, LastLine.Ended));
    }

    /// <summary>An editor may omit the last line feed; a line that was cut anywhere else is not a JSON object.</summary>
    private LineFileContent<T> WithLastLine(ReadOnlySpan<byte> line, List<T> ended, LineFileEnd torn)
    {
        try
        {
            ended.Add(read(line));
            return new LineFileContent<T>(ended, torn with { Last = LastLine.Unended });
        }
        catch (FormatException)
        {
            return new LineFileContent<T>(ended, torn);
        }
    }

    private T ReadLine(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            return read(line);
        }
        catch (FormatException e)
        {
            throw new FormatException(
                $"line {number} of {Name} is not a {noun} ({e.Message}); repair the line, or remove it to do without that {noun}",
                e);
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8).IsEmpty;
}
