using CsCheck;
using NewsIndex.Files;

namespace NewsSearch.Tests.Files;

public sealed class Crc32Tests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void The_checksum_is_the_published_one(string text, uint expected)
    {
        var checksum = default(Crc32);
        checksum.Add(System.Text.Encoding.ASCII.GetBytes(text));
        Assert.Equal(expected, checksum.Value);
    }

    [Fact]
    public void Bytes_that_come_in_pieces_have_the_checksum_of_the_whole() => Gen.Byte.Array[0, 50].Array[0, 8].Sample(pieces =>
    {
        var checksum = default(Crc32);
        foreach (var piece in pieces)
            checksum.Add(piece);
        Assert.Equal(BitByBit(pieces.SelectMany(piece => piece)), checksum.Value);
    });

    private static uint BitByBit(IEnumerable<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
