using CsCheck;
using Lucene.Net.Codecs.Compressing;
using Lucene.Net.Store;
using NewsIndex.Lucene.StoredFields;
using NewsIndex.Lz4;
using NewsSearch.Tests.Lz4;

namespace NewsSearch.Tests.Lucene.StoredFields;

/// <summary>Blocks are decoded by Lucene and by <see cref="Lz4Block"/>.</summary>
public sealed class BlockCompressorTests
{
    [Fact]
    public void What_is_compressed_is_decoded_again()
    {
        var compressor = new BlockCompressor();
        Lz4BlockTests.AnyBytes.Sample(bytes => AssertDecodes(bytes, Compressed(compressor, bytes)), iter: 2_000, threads: 1);
    }

    [Theory]
    [InlineData(70_000, 65_535)]
    [InlineData(70_000, 65_536)]
    [InlineData(200_000, 66_000)]
    public void A_repetition_farther_away_than_a_match_can_reach_is_compressed(int length, int distance)
    {
        var random = new Random(7);
        var bytes = new byte[length];
        random.NextBytes(bytes);
        bytes.AsSpan(0, 40).CopyTo(bytes.AsSpan(distance));
        var compressor = new BlockCompressor();
        AssertDecodes(bytes, Compressed(compressor, bytes));
    }

    [Fact]
    public void A_block_is_about_as_small_as_that_of_Lucene() => Lz4BlockTests.AnyBytes.List[10, 30].Sample(parts =>
    {
        byte[] bytes = [.. parts.SelectMany(part => part)];
        var compressor = new BlockCompressor();
        Assert.InRange(Compressed(compressor, bytes).Length, 0, (Lz4BlockTests.Encoded(bytes).Length * 1.1) + 16);
    }, iter: 100);

    private static byte[] Compressed(BlockCompressor compressor, byte[] bytes)
    {
        var block = new byte[Lz4Block.MaxEncodedLength(bytes.Length)];
        var output = new ByteArrayDataOutput(block);
        compressor.Compress([1, 2, .. bytes, 3], 2, bytes.Length, output);
        return block[..output.Position];
    }

    private static void AssertDecodes(byte[] bytes, byte[] block)
    {
        Assert.InRange(block.Length, 1, Lz4Block.MaxEncodedLength(bytes.Length));
        var made = new byte[bytes.Length + Lz4Block.Slack];
        Assert.True(Lz4Block.TryDecode(block, made, bytes.Length, out var used));
        Assert.Equal(bytes, made[..bytes.Length]);
        Assert.Equal(bytes.Length == 0 ? 1 : block.Length, used);
        if (bytes.Length == 0)
            return;
        var byLucene = new byte[bytes.Length + 8];
        LZ4.Decompress(new ByteArrayDataInput(block), bytes.Length, byLucene, 0);
        Assert.Equal(bytes, byLucene[..bytes.Length]);
    }
}
