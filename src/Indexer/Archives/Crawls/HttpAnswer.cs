using System.Globalization;
using System.IO.Compression;
using System.Text;
using Indexer.Archives.Containers;
using SharpCompress.Compressors.ZStandard;

namespace Indexer.Archives.Crawls;

/// <summary>What a server answered, as a crawl has kept it.</summary>
/// <param name="Status">200 for a page; 0 where the answer has no status line.</param>
/// <param name="ContentType">Lower case, without parameters; empty where none was said.</param>
/// <param name="Charset">Null where none was said.</param>
/// <param name="Body">Chunks joined and compression undone.</param>
internal sealed record HttpAnswer(int Status, string ContentType, string? Charset, byte[] Body)
{
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
                status = int.TryParse(line.Split(' ').ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0;
            else if (colon > 0)
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        var body = answer[position..].ToArray();
        if (headers.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
            body = JoinChunks(body);
        body = Decompress(body, headers.GetValueOrDefault("Content-Encoding") ?? "");
        var (type, charset) = TypeOf(headers.GetValueOrDefault("Content-Type") ?? "");
        return new HttpAnswer(status, type, charset, body);
    }

    public static (string Type, string? Charset) TypeOf(string contentType)
    {
        var parts = contentType.Split(';');
        var charset = parts.Skip(1).Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return (parts[0].Trim().ToLowerInvariant(), charset?["charset=".Length..].Trim('"', '\'', ' '));
    }

    private static string? NextLine(ReadOnlySpan<byte> bytes, ref int position)
    {
        if (position >= bytes.Length)
            return null;
        var newline = bytes[position..].IndexOf((byte)'\n');
        var line = newline < 0 ? bytes[position..] : bytes.Slice(position, newline);
        position += newline < 0 ? line.Length : newline + 1;
        return Encoding.Latin1.GetString(line).TrimEnd('\r');
    }

    /// <summary>Crawlers leave chunks as they came, or join them and forget the header: bytes that are no chunks stay as they are.</summary>
    private static byte[] JoinChunks(byte[] body)
    {
        using var joined = new MemoryStream();
        var position = 0;
        while (position < body.Length)
        {
            var begin = position;
            var line = NextLine(body, ref position);
            if (line is null || !int.TryParse(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
                return begin == 0 ? body : joined.ToArray();
            if (size == 0)
                break;
            var take = Math.Min(size, body.Length - position);
            joined.Write(body, position, take);
            position += take + 2;
        }

        return joined.ToArray();
    }

    /// <summary>As it is where the bytes are not compressed after all, or damaged.</summary>
    private static byte[] Decompress(byte[] body, string encoding)
    {
        Func<Stream, Stream>? open = encoding.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => stream => new GZipStream(stream, CompressionMode.Decompress),
            "deflate" => stream => new ZLibStream(stream, CompressionMode.Decompress),
            "br" => stream => new BrotliStream(stream, CompressionMode.Decompress),
            "zstd" => stream => new DecompressionStream(stream, 0, true, false),
            _ => null,
        };
        if (open is null)
            return body;
        try
        {
            using var guard = new ExpansionGuard(open(new MemoryStream(body)), () => body.Length);
            return WholeFile.TryRead(guard, out var whole) ? whole : [];
        }
        catch (InvalidDataException)
        {
            return body;
        }
    }
}
