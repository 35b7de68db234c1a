using System.Buffers.Binary;
using System.Text;

namespace Indexer.Archives.Containers;

/// <summary>
/// Recognises files that occur in news archives but need another program, and names their format, so that the list of rejects says what to
/// convert.
/// </summary>
internal static class ForeignFile
{
    private const int ZipHeader = 30, ZipNameLength = 26;

    private static readonly (byte[] Beginning, string Name)[] Known =
    [
        ([.. "%PDF-"u8], "a PDF"), ([.. "{\\rtf"u8], "a document in Rich Text Format"),
        ([0xD0, 0xCF, 0x11, 0xE0], "a document of an old Office program"), ([.. "SQLite format 3"u8], "an SQLite database"),
        ([.. "PAR1"u8], "a Parquet table"), ([0x89, .. "PNG"u8], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"),
        ([.. "GIF8"u8], "a picture"), ([.. "Rar!"u8], "a RAR archive"), ([.. "7z"u8, 0xBC, 0xAF], "a 7z archive"),
    ];

    /// <summary>Names the format with an indefinite article, such as "a PDF"; null for all other files.</summary>
    public static string? NameOf(ReadOnlySpan<byte> head)
    {
        foreach (var (beginning, name) in Known)
        {
            if (head.StartsWith(beginning))
                return name;
        }

        return ZipFiles.Recognises(head) ? DocumentOf(FirstName(head)) : null;
    }

    /// <summary>Office documents and e-books are zip files; their first entry names the format.</summary>
    private static string? DocumentOf(string first) => first switch
    {
        "[Content_Types].xml" or "_rels/.rels" => "a document of an Office program",
        "mimetype" => "a document of OpenOffice, or a book",
        _ => null,
    };

    private static string FirstName(ReadOnlySpan<byte> zip)
    {
        if (zip.Length < ZipHeader)
            return "";
        var length = BinaryPrimitives.ReadUInt16LittleEndian(zip[ZipNameLength..]);
        return Encoding.UTF8.GetString(zip[ZipHeader..Math.Min(zip.Length, ZipHeader + length)]);
    }
}
