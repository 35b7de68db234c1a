using Lucene.Net.Codecs.Compressing;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Lucene.Caching;
using NewsIndex.Lz4;

namespace NewsIndex.Lucene.StoredFields;

/// <summary>
/// Decompresses chunks of stored fields where they were read to; Lucene's reads a byte at a time. Used by one thread at a time.
/// </summary>
internal sealed class BlockDecompressor : Decompressor
{
    /// <summary>For other inputs, which merging and verifying read once.</summary>
    private static readonly Decompressor Uncached = CompressionMode.FAST.NewDecompressor();

    private byte[] copied = [];

    public override object Clone() => new BlockDecompressor();

    public override void Decompress(DataInput @in, int originalLength, int offset, int length, BytesRef bytes)
    {
        if (@in is not CachedFileInput input)
        {
            Uncached.Decompress(@in, originalLength, offset, length, bytes);
            return;
        }

        if (bytes.Bytes.Length < originalLength + Lz4Block.Slack)
            bytes.Bytes = new byte[originalLength + Lz4Block.Slack];
        (bytes.Offset, bytes.Length) = (offset, length);
        var start = input.Position;
        try
        {
            if (!Lz4Block.TryDecode(input.Rest, bytes.Bytes, offset + length, out var used)
                && !Lz4Block.TryDecode(Copy(input, originalLength), bytes.Bytes, offset + length, out used))
                throw new CorruptIndexException($"chunk of stored fields is cut off in {input}; run verify");
            input.Seek(start + used);
        }
        catch (InvalidDataException e)
        {
            throw new CorruptIndexException($"chunk of stored fields is invalid in {input}; run verify", e);
        }
    }

    /// <summary>Copies a chunk that was not read in one piece, and what follows it.</summary>
    private ReadOnlySpan<byte> Copy(CachedFileInput input, int originalLength)
    {
        var length = (int)Math.Min(Lz4Block.MaxEncodedLength(originalLength), input.Length - input.Position);
        if (copied.Length < length)
            copied = new byte[length];
        input.ReadBytes(copied, 0, length);
        return copied.AsSpan(0, length);
    }
}
