using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace Indexer.Archives;

/// <summary>Whole files of unknown encoding as text: what they declare where it fits their bytes, and what their bytes look like otherwise.</summary>
internal static partial class EncodedText
{
    private const int DeclarationLength = 4096;

    /// <summary>Fewer bytes beyond ASCII than this say too little of their encoding.</summary>
    private const float LeastConfidence = 0.5f;

    static EncodedText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="declared">A name from outside the file, such as the charset of an HTTP answer; null when there is none.</param>
    /// <returns>The text, without a byte order mark. Never fails: what no encoding fits is read as Windows-1252.</returns>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null) => Mojibake.Repair(DecodeOnce(bytes, declared));

    private static string DecodeOnce(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (WideText.EncodingOf(bytes) is { } wide)
            return WideText.Decode(wide, bytes);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return Encoding.UTF8.GetString(bytes[Encoding.UTF8.Preamble.Length..]);
        if (IsUtf8(bytes))
            return Encoding.UTF8.GetString(bytes);
        foreach (var name in (string?[])[declared, DeclaredIn(bytes)])
        {
            if (name is not null && Find(name) is { } encoding && encoding.CodePage != Encoding.UTF8.CodePage && Fits(encoding, bytes))
                return encoding.GetString(bytes);
        }

        return Guess(bytes)?.GetString(bytes) ?? TextDecoding.Decode(bytes);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // A text that was cut in the middle of a character is UTF-8 still.
        for (var cut = 0; cut <= Math.Min(3, bytes.Length); cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
                return true;
        }

        return false;
    }

    private static string? DeclaredIn(ReadOnlySpan<byte> bytes)
    {
        var match = Declaration().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)]));
        return match.Success ? match.Groups["name"].Value : null;
    }

    private static Encoding? Find(string name)
    {
        try
        {
            var encoding = Encoding.GetEncoding(name.Trim(' ', '"', '\''));
            // What declares itself Latin-1 is Windows-1252 in practice, as browsers have it (WHATWG Encoding).
            return encoding.CodePage is 28591 or 20127 ? Encoding.GetEncoding(1252) : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool Fits(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        var damaged = text.AsSpan().Count('\uFFFD');
        return damaged * 200 <= text.Length;
    }

    private static Encoding? Guess(ReadOnlySpan<byte> bytes)
    {
        var best = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected;
        return best?.Encoding is { } encoding && best.Confidence >= LeastConfidence && encoding.CodePage != 20127 ? encoding : null;
    }

    [GeneratedRegex("""(?:encoding\s*=\s*["']|charset\s*=\s*["']?)(?<name>[A-Za-z0-9_.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
