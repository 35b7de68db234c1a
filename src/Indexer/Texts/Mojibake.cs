using System.Text;

namespace Indexer.Texts;

/// <summary>Text in UTF-8 that some system took for Windows-1252 and wrote in UTF-8 again: <c>KÃ¶ln</c> for Köln.</summary>
internal static class Mojibake
{
    private const int MinRepairs = 2;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, new EncoderReplacementFallback("\0"), DecoderFallback.ReplacementFallback)!;

    /// <summary>
    /// The text as it was meant, where every character beyond ASCII is part of such a mistake; the text as it is otherwise. A text that is
    /// right never is: an accented letter followed by no sign of Windows-1252 is no UTF-8.
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
