using System.Text;

namespace Indexer.Texts;

/// <summary>Decodes UTF-16 and UTF-32, recognised by their first bytes.</summary>
internal static class WideText
{
    private static readonly Encoding[] Marked = [new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>
    /// Returns null for other text and for binary data. Without a byte order mark, two ASCII characters at the start are recognised by the
    /// zeros beside them.
    /// </summary>
    public static Encoding? EncodingOf(ReadOnlySpan<byte> head)
    {
        foreach (var encoding in Marked)
        {
            if (head.StartsWith(encoding.Preamble))
                return encoding;
        }

        return head switch
        {
            [0, 0, 0, > (byte)' ' and < 0x7F, 0, 0, 0, _, ..] => Marked[1],
            [> (byte)' ' and < 0x7F, 0, 0, 0, _, 0, 0, 0, ..] => Marked[0],
            [0, > (byte)' ' and < 0x7F, 0, not 0, ..] => Encoding.BigEndianUnicode,
            [> (byte)' ' and < 0x7F, 0, not 0, 0, ..] => Encoding.Unicode,
            _ => null,
        };
    }

    /// <summary>The text without its byte order mark.</summary>
    public static string Decode(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        encoding.GetString(bytes.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes);
}
