using System.Security.Cryptography;
using Indexer.Records;

namespace NewsSearch.Tests.Archives;

public sealed class FileDigestTests
{
    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(10_000);

    /// <summary>Reads are written as <c>from+length</c>.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("0+10000")]
    [InlineData("0+100 100+9900")]
    [InlineData("0+4096 0+10000")]
    [InlineData("9900+100 0+50 50+9950")]
    [InlineData("5000+10 200+10 0+300")]
    [InlineData("0+500 400+500 9000+1000 2000+100")]
    public void The_hash_is_that_of_the_whole_file_in_whatever_order_it_is_read(string reads)
    {
        using var digest = new FileDigest();
        using var file = new MemoryStream(Bytes);
        var stream = digest.Watch(file);
        foreach (var read in reads.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split('+')))
        {
            stream.Position = int.Parse(read[0], null);
            stream.ReadExactly(new byte[int.Parse(read[1], null)]);
        }

        Assert.Equal("", digest.Value);
        digest.Complete(file);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8)), digest.Value);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_to_its_end()
    {
        using var digest = new FileDigest();
        using var file = new RewoundStream(Bytes.AsMemory(0, 100), new MemoryStream(Bytes, 100, Bytes.Length - 100));
        digest.Watch(file).ReadExactly(new byte[777]);
        digest.Complete(file);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8)), digest.Value);
    }

    [Fact]
    public void A_file_that_cannot_be_read_has_no_hash()
    {
        using var digest = new FileDigest();
        using var file = new Unreadable();
        digest.Complete(file);
        Assert.Equal("", digest.Value);
    }

    [Fact]
    public void A_reader_that_closes_what_it_read_costs_no_hash()
    {
        using var file = new MemoryStream(Bytes);
        using var digest = new FileDigest();
        using (var stream = digest.Watch(file))
            stream.ReadExactly(new byte[77]);
        digest.Complete(file);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8)), digest.Value);
    }

    private sealed class Unreadable : ForwardStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("gone");
    }
}
