using NewsIndex.Files;

namespace NewsIndex.Entities;

/// <summary>
/// The bytes of the file of corrections: one JSON object a line, each line ended by a line feed. A process that was killed while it
/// appended leaves a last line without its end; that correction was never acknowledged, so it does not count and the next append removes
/// it. Any other line that cannot be read makes the whole file unreadable: leaving it out would change what is found without a word.
/// </summary>
internal sealed class CorrectionFile(string path)
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>A file at rest that has no corrections.</summary>
    public static CorrectionFileContent Missing { get; } = new(null, [], 0, LastLine.Ended);

    /// <summary>Without its folder, for messages.</summary>
    public string Name { get; } = Path.GetFileName(path);

    /// <summary>Null when there is no file.</summary>
    public FileStamp? Stamp() => FileStamp.Of(path);

    /// <exception cref="FormatException">A line is no correction; the message says which and what to do.</exception>
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
    /// <exception cref="IOException">It was not written; the file is as before.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
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
            // What may be there of it must not count: its caller is told that it was not made.
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

    /// <summary>An editor may leave the end of the last line out; a line that was cut anywhere before that is no JSON object.</summary>
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

/// <summary>The file of corrections as it was read.</summary>
/// <param name="Stamp">Null when there was none.</param>
/// <param name="End">In bytes: after the last line that is ended.</param>
internal sealed record CorrectionFileContent(FileStamp? Stamp, IReadOnlyList<EntityCorrection> Corrections, long End, LastLine Last);

/// <summary>What follows the last line feed of a file.</summary>
internal enum LastLine
{
    /// <summary>Nothing.</summary>
    Ended,

    /// <summary>A whole correction: it counts, and the next append ends its line.</summary>
    Unended,

    /// <summary>A part of one, which does not count.</summary>
    Torn,
}
