using System.Text;

namespace Indexer.Texts;

/// <summary>Decodes bytes of unknown encoding.</summary>
internal static class TextDecoding
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// Decodes UTF-8 if at least as many sequences are valid as invalid, with U+FFFD for invalid ones; otherwise Windows-1252, the superset
    /// of Latin-1 that old newsroom systems used. Never fails. Removes a byte order mark.
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
