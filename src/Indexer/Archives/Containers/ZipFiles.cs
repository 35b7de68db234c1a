using System.IO.Compression;

namespace Indexer.Archives.Containers;

internal static class ZipFiles
{
    public static bool Recognises(ReadOnlySpan<byte> head) => head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    /// <param name="stream">
    /// The archive. A zip has its directory at the end: a stream that cannot seek is first written to a temporary file.
    /// </param>
    public static IEnumerable<PackedFile> Of(Stream stream)
    {
        using var seekable = stream.CanSeek ? null : Spool(stream);
        using var zip = new ZipArchive(seekable ?? stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            if (!entry.FullName.EndsWith('/') && !PackedFile.IsHidden(entry.FullName))
                yield return new PackedFile(entry.FullName, () => Open(entry), entry.IsEncrypted
                    ? "the file is encrypted"
                    : PackedFile.RefusalOf(entry.FullName));
        }
    }

    private static ExpansionGuard Open(ZipArchiveEntry entry) => new(entry.Open(), () => entry.CompressedLength);

    private static FileStream Spool(Stream stream)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024,
            FileOptions.DeleteOnClose);
        stream.CopyTo(file);
        file.Position = 0;
        return file;
    }
}
