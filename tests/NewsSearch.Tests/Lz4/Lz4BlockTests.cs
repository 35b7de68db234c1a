using CsCheck;
using Lucene.Net.Codecs.Compressing;
using Lucene.Net.Store;
using NewsIndex.Lz4;

namespace NewsSearch.Tests.Lz4;

/// <summary>Blocks are made by Lucene.</summary>
public sealed class Lz4BlockTests
{
    /// <summary>Text with near and far repetitions, long runs, and bytes that do not compress.</summary>
    internal static readonly Gen<byte[]> AnyBytes =
        Gen.OneOf(
            Gen.Byte.Array[0, 40],
            Gen.Byte[97, 99].Array[0, 600],
            Gen.Select(Gen.Byte[97, 122].Array[1, 300], Gen.Int[1, 60], (part, times) => Repeated(part, times)),
            Gen.Select(Gen.Byte.Array[1, 700], Gen.Int[1, 3], (part, times) => Repeated(part, times)))
        .List[0, 4].Select(parts => parts.SelectMany(part => part).ToArray());

    [Fact]
    public void Decodes_what_was_encoded_or_its_beginning() =>
        Gen.Select(AnyBytes, Gen.Double[0, 1], Gen.Int[0, Lz4Block.Slack], Gen.Byte.Array[0, 40]).Sample((bytes, share, slack, behind) =>
        {
            var block = Encoded(bytes);
            var wanted = (int)(share * bytes.Length);
            var made = new byte[bytes.Length + slack];
            Assert.True(Lz4Block.TryDecode([.. block, .. behind], made, wanted, out _));
            Assert.Equal(bytes.AsSpan(0, wanted), made.AsSpan(0, wanted));
            Assert.True(Lz4Block.TryDecode([.. block, .. behind], made, bytes.Length, out var used));
            Assert.Equal(bytes, made[..bytes.Length]);
            Assert.Equal(block.Length, used);
            Assert.InRange(block.Length, 0, Lz4Block.MaxEncodedLength(bytes.Length));
        }, iter: 2_000);

    [Fact]
    public void Says_where_a_block_is_cut_off() =>
        Gen.Select(AnyBytes.Where(bytes => bytes.Length > 0), Gen.Double[0, 1]).Sample((bytes, share) =>
        {
            var block = Encoded(bytes);
            var cut = block[..(int)(share * block.Length * 0.999)];
            Assert.False(Lz4Block.TryDecode(cut, new byte[bytes.Length + Lz4Block.Slack], bytes.Length, out _));
        });

    [Fact]
    public void Refuses_other_bytes_or_makes_something_of_them() =>
        Gen.Select(AnyBytes, Gen.Int[0, 100_000], Gen.Byte).Sample((bytes, place, value) =>
        {
            var block = Encoded(bytes);
            block[place % block.Length] = value;
            try
            {
                Lz4Block.TryDecode(block, new byte[bytes.Length + Lz4Block.Slack], bytes.Length, out var used);
                Assert.InRange(used, 0, block.Length);
            }
            catch (InvalidDataException)
            {
                // The only failure there is.
            }
        }, iter: 5_000);

    [Theory]
    [InlineData("a match before the beginning", new byte[] { 0x10, 1, 2, 0, 0x50, 1, 2, 3, 4, 5 })]
    [InlineData("a match at distance 0", new byte[] { 0x10, 1, 0, 0, 0x50, 1, 2, 3, 4, 5 })]
    [InlineData("a match beyond the end", new byte[] { 0x1F, 1, 1, 0, 255, 255, 0, 0x50, 1, 2, 3, 4, 5 })]
    public void Refuses(string what, byte[] block)
    {
        var failure = Assert.Throws<InvalidDataException>(() => Lz4Block.TryDecode(block, new byte[100], 50, out _));
        Assert.True(failure.Message.Contains("LZ4", StringComparison.Ordinal), what);
    }

    private static byte[] Repeated(byte[] part, int times) => [.. Enumerable.Repeat(part, times).SelectMany(each => each)];

    internal static byte[] Encoded(byte[] bytes)
    {
        using var encoded = new RAMOutputStream();
        CompressionMode.FAST.NewCompressor().Compress(bytes, 0, bytes.Length, encoded);
        var block = new byte[encoded.Position];
        encoded.WriteTo(block, 0);
        return block;
    }
}
