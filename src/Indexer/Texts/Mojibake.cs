using System.Text;

namespace Indexer.Texts;

/// <summary>Repairs UTF-8 text that a system read as Windows-1252 and encoded again: <c>KÃ¶ln</c> for Köln.</summary>
internal static class Mojibake
{
    private const int MinRepairs = 2;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, new EncoderReplacementFallback("\0"), DecoderFallback.ReplacementFallback)!;

    /// <summary>
    /// The repaired text if all non-ASCII characters are part of such errors; otherwise the text unchanged. Correct text never matches: an
    /// accented letter without a following Windows-1252 symbol is not UTF-8.
    /// </summary>
    public static string Repair(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u00C2', '\u00F4'))
            return text;
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (ByteOf(text[i]) is not { } b)
                return text;
            bytes[i] = b;
        }

        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            return text;
        var repaired = Encoding.UTF8.GetString(bytes);
        return text.Length - repaired.Length >= MinRepairs ? repaired : text;
    }

    private static byte? ByteOf(char c)
    {
        if (c < 0x100)
            return (byte)c;
        Span<byte> one = stackalloc byte[1];
        Windows1252.GetBytes([c], one);
        return one[0] == 0 ? null : one[0];
    }
}
