using System.IO.Compression;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Compressors.Xz;
using SharpCompress.Compressors.ZStandard;

namespace Indexer.Archives.Containers;

/// <summary>Detects compression by the first bytes of a file and decompresses.</summary>
internal static class Compression
{
    /// <summary>Returns null if the file is not compressed, or in an unknown format.</summary>
    public static Func<Stream, Stream>? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0x1F, 0x8B, ..] => stream => new GZipStream(stream, CompressionMode.Decompress),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => stream => new DecompressionStream(stream, 0, true, false),
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, 0x26, ..] =>
            stream => BZip2Stream.Create(stream, SharpCompress.Compressors.CompressionMode.Decompress, true, false, false),
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => stream => new XZStream(stream),
        _ => null,
    };
}
