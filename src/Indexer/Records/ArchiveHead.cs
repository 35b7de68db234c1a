using System.Text;
using Indexer.Texts;

namespace Indexer.Records;

/// <summary>The first bytes of a file, after decompression.</summary>
/// <param name="Bytes">At most <see cref="Size"/>.</param>
internal sealed record ArchiveHead(ReadOnlyMemory<byte> Bytes)
{
    public const int Size = 64 * 1024;

    /// <summary>The bytes as Latin-1, so that each is one character and none is lost; a byte order mark is left out.</summary>
    public string Text { get; } = Encoding.Latin1.GetString(Bytes.Span).TrimStart('\u00EF', '\u00BB', '\u00BF');

    /// <summary>The text without its first white space, so that it begins with what a format begins with.</summary>
    public string Content { get; } = EncodedText.Decode(Bytes.Span).TrimStart();

    /// <summary>The names of the members of the first JSON object; empty when the file does not begin with one.</summary>
    public IReadOnlySet<string> JsonNames => jsonNames ??= Records.JsonNames.Of(Bytes.Span);

    /// <summary>The local name of the outermost element, such as <c>rss</c>; null when the file is no XML.</summary>
    public string? XmlRoot => Records.XmlRoot.Of(Content);

    private IReadOnlySet<string>? jsonNames;

    /// <summary>True when no text has so many control characters. A few zeros are in texts that were damaged.</summary>
    public bool IsBinary { get; } = LooksBinary(Bytes.Span);

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var control = 0;
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
                control++;
        }

        // Old wires have a few control characters; one in fifty is no text.
        return control * 50 > bytes.Length;
    }
}
