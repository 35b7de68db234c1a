using System.Text;
using Indexer.Texts;

namespace Indexer.Records;

/// <summary>The first bytes of a file, after decompression.</summary>
/// <param name="Bytes">At most <see cref="Size"/>.</param>
internal sealed record ArchiveHead(ReadOnlyMemory<byte> Bytes)
{
    public const int Size = 64 * 1024;

    /// <summary>The bytes as Latin-1, one character a byte, without a byte order mark.</summary>
    public string Text { get; } = Encoding.Latin1.GetString(Bytes.Span).TrimStart('\u00EF', '\u00BB', '\u00BF');

    /// <summary>The text without leading white space, so that it starts with the first characters of the format.</summary>
    public string Content { get; } = EncodedText.Decode(Bytes.Span).TrimStart();

    /// <summary>Member names of the first JSON object; empty if the file does not start with one.</summary>
    public IReadOnlySet<string> JsonNames => jsonNames ??= Records.JsonNames.Of(Bytes.Span);

    /// <summary>Local name of the root element, such as <c>rss</c>; null if the file is not XML.</summary>
    public string? XmlRoot => Records.XmlRoot.Of(Content);

    private IReadOnlySet<string>? jsonNames;

    /// <summary>True if the file has more control characters than any text. Damaged texts may contain a few zeros.</summary>
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
