using System.Formats.Tar;
using System.Text;

namespace Indexer.Archives.Containers;

internal static class TarFiles
{
    private const int MagicOffset = 257;

    public static bool Recognises(ReadOnlySpan<byte> head) =>
        head.Length > MagicOffset + 5 && Encoding.ASCII.GetString(head.Slice(MagicOffset, 5)) == "ustar";

    public static IEnumerable<PackedFile> Of(Stream stream)
    {
        using var reader = new TarReader(stream, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes or TarEntryType.ExtendedAttributes
                || PackedFile.IsHidden(entry.Name))
                continue;
            var refusal = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile
                ? PackedFile.RefusalOf(entry.Name)
                : $"not a file but a {entry.EntryType} ({entry.LinkName}), which is not followed";
            yield return new PackedFile(entry.Name, () => entry.DataStream ?? Stream.Null, refusal);
        }
    }
}
