using K4os.Compression.LZ4;
using Lucene.Net.Codecs.Compressing;
using Lucene.Net.Store;

namespace NewsIndex.Lucene.StoredFields;

/// <summary>Compresses chunks of stored fields in memory, in blocks of LZ4; Lucene's writes a byte at a time. For one thread.</summary>
internal sealed class BlockCompressor : Compressor
{
    /// <summary>The token of no literals and no match: a block has one at least.</summary>
    private const byte Nothing = 0;

    private byte[] block = [];

    public override void Compress(byte[] bytes, int off, int len, DataOutput @out)
    {
        if (len == 0)
        {
            @out.WriteByte(Nothing);
            return;
        }

        if (block.Length < LZ4Codec.MaximumOutputSize(len))
            block = new byte[LZ4Codec.MaximumOutputSize(len)];
        @out.WriteBytes(block, 0, LZ4Codec.Encode(bytes.AsSpan(off, len), block));
    }
}
