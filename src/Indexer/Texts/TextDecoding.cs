using System.Text;

namespace Indexer.Texts;

/// <summary>Bytes of unknown encoding as text.</summary>
internal static class TextDecoding
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// UTF-8 where as many of its sequences are valid as are not, with U+FFFD in the place of those that are not; otherwise Windows-1252,
    /// the superset of Latin-1 in which old newsroom systems wrote. Never fails. A byte order mark is left out.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return EncodingOf(bytes).GetString(bytes);
    }

    /// <summary>UTF-8 or Windows-1252, as <see cref="Decode"/> chooses.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes) =>
        Utf8Evidence.Of(bytes).IsUtf8(isDeclared: true) ? Encoding.UTF8 : Windows1252;
}
