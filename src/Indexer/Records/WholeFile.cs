namespace Indexer.Records;

/// <summary>Reads files that must be parsed as a whole.</summary>
internal static class WholeFile
{
    /// <summary>Maximum length of a file: 64 MiB, a hundred times that of typical pages, wires and feeds.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    /// <summary>
    /// Returns false if the file has more than <see cref="MaxLength"/> bytes; <paramref name="bytes"/> is then its beginning.
    /// </summary>
    public static bool TryRead(Stream stream, out byte[] bytes)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (whole.Length + read > MaxLength)
            {
                bytes = whole.GetBuffer()[..1024];
                return false;
            }

            whole.Write(buffer, 0, read);
        }

        bytes = whole.ToArray();
        return true;
    }

    public static Reading.Rejected TooLarge(ArchiveSource source, string reader, ReadOnlySpan<byte> beginning) =>
        new(source.Path, 0, reader, $"the file has more than {MaxLength:N0} bytes; expected a document of at most that many",
            Reading.SnippetOf(beginning));
}
