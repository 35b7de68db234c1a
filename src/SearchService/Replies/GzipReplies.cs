using System.IO.Compression;
using Grpc.Net.Compression;

namespace SearchService.Replies;

/// <summary>Compresses replies. A reply without a byte becomes an empty gzip member, which clients other than .NET's require.</summary>
internal sealed class GzipReplies : ICompressionProvider
{
    public string EncodingName => "gzip";

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new MemberStream(stream, compressionLevel ?? CompressionLevel.Fastest);

    public Stream CreateDecompressionStream(Stream stream) => new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>GZipStream writes nothing at all when nothing was written to it.</summary>
    private sealed class MemberStream(Stream to, CompressionLevel level) : GZipStream(to, level, leaveOpen: true)
    {
        /// <summary>RFC 1952: a header, an empty block, and checksum and length of nothing.</summary>
        private static readonly byte[] Empty = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

        private bool hasBytes;
        private bool ended;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hasBytes |= buffer.Length > 0;
            base.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            hasBytes |= count > 0;
            base.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hasBytes |= buffer.Length > 0;
            return base.WriteAsync(buffer, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !hasBytes && !ended)
                BaseStream.Write(Empty);
            ended = true;
            base.Dispose(disposing);
        }
    }
}
