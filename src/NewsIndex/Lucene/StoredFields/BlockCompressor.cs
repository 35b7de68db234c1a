using Lucene.Net.Codecs.Compressing;
using Lucene.Net.Store;
using NewsIndex.Lz4;

namespace NewsIndex.Lucene.StoredFields;

/// <summary>Compresses chunks of stored fields in memory; Lucene's writes a byte at a time. For one thread.</summary>
internal sealed class BlockCompressor : Compressor
{
    private readonly Lz4Encoder encoder = new();

    public override void Compress(byte[] bytes, int off, int len, DataOutput @out)
    {
        var block = encoder.Encode(bytes.AsSpan(off, len));
        @out.WriteBytes(block.Array!, block.Offset, block.Count);
    }
}
