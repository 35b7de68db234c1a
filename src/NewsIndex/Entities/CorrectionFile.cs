using NewsIndex.Files;

namespace NewsIndex.Entities;

/// <summary>
/// Reads and writes the bytes of the file of corrections: one JSON object a line, each line ended by a line feed. A process that is killed
/// while it appends leaves a last line without an end; that correction was never acknowledged, so it does not count, and the next append
/// removes it. Any other invalid line makes the whole file unreadable: skipping it would silently change what is found.
/// </summary>
internal sealed class CorrectionFile(string path)
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>A file without corrections.</summary>
    public static CorrectionFileContent Missing { get; } = new(null, [], 0, LastLine.Ended);

    /// <summary>File name without its folder, for messages.</summary>
    public string Name { get; } = Path.GetFileName(path);

    /// <summary>Returns null if there is no file.</summary>
    public FileStamp? Stamp() => FileStamp.Of(path);

    /// <exception cref="FormatException">A line is not a correction; the message names the line and what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public CorrectionFileContent Read()
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
            return Missing;
        }
    }

    /// <summary>
    /// Appends a correction and returns once it is on disk. The caller holds the lock, and <paramref name="known"/> is the file as it is.
    /// </summary>
    /// <exception cref="IOException">The correction was not written; the file is as before.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only.</exception>
    public CorrectionFileContent Append(CorrectionFileContent known, EntityCorrection correction)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        if (known.Last == LastLine.Torn)
            file.SetLength(known.End);
        var before = file.Length;
        file.Position = before;
        try
        {
            ReadOnlySpan<byte> end = known.Last == LastLine.Unended ? [LineFeed] : [];
            file.Write([.. end, .. CorrectionJson.Write(correction), LineFeed]);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // A partly written line must not count: the caller is told that the correction failed.
            file.SetLength(before);
            throw;
        }

        return new CorrectionFileContent(
            FileStamp.Of(file.SafeFileHandle), [.. known.Corrections, correction], file.Length, LastLine.Ended);
    }

    private CorrectionFileContent Parse(ReadOnlySpan<byte> bytes, FileStamp stamp)
    {
        var corrections = new List<EntityCorrection>();
        var start = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        for (var number = 1; start < bytes.Length; number++)
        {
            if (bytes[start..].IndexOf(LineFeed) is not (>= 0 and var length))
                return WithLastLine(bytes[start..], new CorrectionFileContent(stamp, corrections, start, LastLine.Torn));
            if (!IsBlank(bytes.Slice(start, length)))
                corrections.Add(ReadLine(bytes.Slice(start, length), number));
            start += length + 1;
        }

        return new CorrectionFileContent(stamp, corrections, start, LastLine.Ended);
    }

    /// <summary>An editor may omit the last line feed; a line that was cut anywhere else is not a JSON object.</summary>
    private static CorrectionFileContent WithLastLine(ReadOnlySpan<byte> line, CorrectionFileContent ended)
    {
        try
        {
            return ended with { Corrections = [.. ended.Corrections, CorrectionJson.Read(line)], Last = LastLine.Unended };
        }
        catch (FormatException)
        {
            return ended;
        }
    }

    private EntityCorrection ReadLine(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            return CorrectionJson.Read(line);
        }
        catch (FormatException e)
        {
            throw new FormatException(
                $"line {number} of {Name} is not a correction ({e.Message}); repair the line, or remove it to do without that correction",
                e);
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8).IsEmpty;
}

/// <summary>Contents of the file of corrections.</summary>
/// <param name="Stamp">Stamp of the file; null if there was none.</param>
/// <param name="End">Offset in bytes after the last complete line.</param>
internal sealed record CorrectionFileContent(FileStamp? Stamp, IReadOnlyList<EntityCorrection> Corrections, long End, LastLine Last);

/// <summary>The bytes after the last line feed of a file.</summary>
internal enum LastLine
{
    /// <summary>Nothing.</summary>
    Ended,

    /// <summary>A whole correction: it counts, and the next append ends its line.</summary>
    Unended,

    /// <summary>A part of a correction, which does not count.</summary>
    Torn,
}
