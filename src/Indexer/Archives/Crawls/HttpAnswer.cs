using System.Globalization;
using System.IO.Compression;
using System.Text;
using Indexer.Archives.Containers;
using Indexer.Records;
using SharpCompress.Compressors.ZStandard;

namespace Indexer.Archives.Crawls;

/// <summary>An HTTP response stored by a crawl.</summary>
/// <param name="Status">HTTP status, 200 for a page; 0 if the response has no status line.</param>
/// <param name="ContentType">Media type in lower case, without parameters; empty if not stated.</param>
/// <param name="Charset">Charset of the content type; null if not stated.</param>
/// <param name="Body">Content after removing the chunked transfer coding and content codings.</param>
internal sealed record HttpAnswer(int Status, string ContentType, string? Charset, byte[] Body)
{
    /// <summary>Content coding that is unknown or that the content does not have; null otherwise.</summary>
    public string? UnreadCoding { get; init; }

    public static HttpAnswer Parse(ReadOnlySpan<byte> answer)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var status = 0;
        var position = 0;
        while (NextLine(answer, ref position) is { } line)
        {
            if (line.Length == 0)
                break;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase))
                status = int.TryParse(line.Split(' ').ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                    ? code
                    : 0;
            else if (colon > 0)
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        var body = answer[position..].ToArray();
        if (headers.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
            body = JoinChunks(body);
        string? unread = null;
        // Codings are listed in the order in which they were applied (RFC 9110, 8.4).
        foreach (var coding in CodingsOf(headers.GetValueOrDefault("Content-Encoding") ?? "").Reverse())
        {
            if (Decompress(body, coding.ToLowerInvariant()) is { } decoded)
                body = decoded;
            else
                unread ??= coding;
        }

        var (type, charset) = TypeOf(headers.GetValueOrDefault("Content-Type") ?? "");
        return new HttpAnswer(status, type, charset, body) { UnreadCoding = unread };
    }

    public static (string Type, string? Charset) TypeOf(string contentType)
    {
        var parts = contentType.Split(';');
        var charset = parts.Skip(1)
            .Select(part => part.Trim())
            .FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return (parts[0].Trim().ToLowerInvariant(), charset?["charset=".Length..].Trim('"', '\'', ' '));
    }

    private static string[] CodingsOf(string header) =>
        header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? NextLine(ReadOnlySpan<byte> bytes, ref int position)
    {
        if (position >= bytes.Length)
            return null;
        var newline = bytes[position..].IndexOf((byte)'\n');
        var line = newline < 0 ? bytes[position..] : bytes.Slice(position, newline);
        position += newline < 0 ? line.Length : newline + 1;
        return Encoding.Latin1.GetString(line).TrimEnd('\r');
    }

    /// <summary>Crawlers keep the chunks, or join them but keep the header: content that is not chunked is returned unchanged.</summary>
    private static byte[] JoinChunks(byte[] body)
    {
        using var joined = new MemoryStream();
        var position = 0;
        while (position < body.Length)
        {
            var begin = position;
            var line = NextLine(body, ref position);
            if (line is null
                || !int.TryParse(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)
                || size < 0)
                return begin == 0 ? body : joined.ToArray();
            if (size == 0)
                break;
            var take = Math.Min(size, body.Length - position);
            joined.Write(body, position, take);
            position += take + 2;
        }

        return joined.ToArray();
    }

    /// <summary>
    /// Returns null if the coding is unknown or the content does not have it: crawlers decode content but keep the header.
    /// </summary>
    private static byte[]? Decompress(byte[] body, string coding) => coding switch
    {
        "identity" or "none" => body,
        "gzip" or "x-gzip" => Unpack(body, stream => new GZipStream(stream, CompressionMode.Decompress)),
        // Servers of the 1990s left out the header that RFC 1950 requires; browsers accept both forms.
        "deflate" or "x-deflate" => Unpack(body, stream => new ZLibStream(stream, CompressionMode.Decompress))
            ?? Unpack(body, stream => new DeflateStream(stream, CompressionMode.Decompress)),
        "br" => Unpack(body, stream => new BrotliStream(stream, CompressionMode.Decompress)),
        "zstd" => Unpack(body, stream => new DecompressionStream(stream, 0, true, false)),
        _ => null,
    };

    private static byte[]? Unpack(byte[] body, Func<Stream, Stream> open)
    {
        try
        {
            using var guard = new ExpansionGuard(open(new MemoryStream(body)), () => body.Length);
            return WholeFile.TryRead(guard, out var whole) ? whole : [];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
