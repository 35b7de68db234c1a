using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace Indexer.Texts;

/// <summary>Decodes whole files of unknown encoding: by their declaration if the bytes fit it, otherwise by the bytes.</summary>
internal static partial class EncodedText
{
    private const int MaxDeclarationOffset = 4096;

    /// <summary>Minimum number of non-ASCII bytes that are evidence of an encoding.</summary>
    private const float MinConfidence = 0.5f;

    static EncodedText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="declared">Encoding named outside the file, such as by an HTTP response; null if there is none.</param>
    /// <returns>The text, without a byte order mark. Never fails: bytes of no other encoding are read as Windows-1252.</returns>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null) => Mojibake.Repair(DecodeOnce(bytes, declared));

    private static string DecodeOnce(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (WideText.EncodingOf(bytes) is { } wide)
            return WideText.Decode(wide, bytes);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return Encoding.UTF8.GetString(bytes[Encoding.UTF8.Preamble.Length..]);
        List<Encoding> named = [.. ((string?[])[declared, DeclaredIn(bytes)]).OfType<string>().Select(Find).OfType<Encoding>()];
        foreach (var encoding in named)
        {
            if (IsEscaped(encoding, bytes))
                return encoding.GetString(bytes);
        }

        var evidence = Utf8Evidence.Of(bytes);
        if (evidence.Invalid == 0)
            return Encoding.UTF8.GetString(bytes);
        // Valid two-byte characters are evidence; in single-byte encodings all bytes are valid.
        foreach (var encoding in named.Where(encoding => !encoding.IsSingleByte && !IsUtf8(encoding)))
        {
            if (Fits(encoding, bytes))
                return encoding.GetString(bytes);
        }

        if (evidence.IsUtf8(named.Exists(IsUtf8)))
            return Encoding.UTF8.GetString(bytes);
        foreach (var encoding in named.Where(encoding => encoding.IsSingleByte))
        {
            if (Fits(encoding, bytes))
                return encoding.GetString(bytes);
        }

        return Guess(bytes)?.GetString(bytes) ?? TextDecoding.Decode(bytes);
    }

    private static bool IsUtf8(Encoding encoding) => encoding.CodePage == Encoding.UTF8.CodePage;

    /// <summary>ISO-2022 (Japanese, Korean) is ASCII with escapes, and therefore valid UTF-8.</summary>
    private static bool IsEscaped(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        encoding.WebName.StartsWith("iso-2022-", StringComparison.OrdinalIgnoreCase)
        && bytes.ContainsAny((byte)0x1B, (byte)0x0E)
        && !bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF);

    private static string? DeclaredIn(ReadOnlySpan<byte> bytes)
    {
        var match = Declaration().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MaxDeclarationOffset)]));
        return match.Success ? match.Groups["name"].Value : null;
    }

    private static Encoding? Find(string name)
    {
        try
        {
            name = name.Trim(' ', '"', '\'');
            if (name.Replace("-", "", StringComparison.Ordinal).Equals("utf8", StringComparison.OrdinalIgnoreCase))
                return Encoding.UTF8;
            var encoding = Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
            // Declared Latin-1 is Windows-1252 in practice, as in browsers (WHATWG Encoding).
            return encoding.CodePage is 28591 or 20127 ? Encoding.GetEncoding(1252) : encoding;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
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
        return best?.Encoding is { } encoding && best.Confidence >= MinConfidence && encoding.CodePage != 20127 ? encoding : null;
    }

    [GeneratedRegex("""(?:encoding\s*=\s*["']|charset\s*=\s*["']?)(?<name>[A-Za-z0-9_.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
