using CsCheck;
using Lucene.Net.Codecs;
using Lucene.Net.Store;
using NewsIndex.Lucene.Storage;

namespace NewsSearch.Tests.Lucene.Storage;

public sealed class WrittenFileTests : IDisposable
{
    /// <summary>Smaller than the buffer, as large, and larger.</summary>
    private static readonly Gen<byte[]> Piece =
        Gen.OneOf(Gen.Int[1, 40], Gen.Int[30_000, 34_000], Gen.Int[60_000, 70_000])
            .SelectMany(length => Gen.Byte.Select(b => Enumerable.Repeat(b, length).ToArray()));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Lucene_reads_what_was_written_and_agrees_with_the_checksum()
    {
        using var lucene = new NIOFSDirectory(folder.Path);
        using var written = new WrittenDirectory(folder.Path);
        Piece.Array[0, 6].Sample(pieces =>
        {
            byte[] expected = [.. pieces.SelectMany(piece => piece)];
            using (var file = written.CreateOutput("a", IOContext.DEFAULT))
            {
                CodecUtil.WriteHeader(file, "Test", 1);
                var start = file.Position;
                foreach (var piece in pieces)
                {
                    file.WriteByte(piece[0]);
                    file.WriteBytes(piece, 1, piece.Length - 1);
                }

                Assert.Equal(start + expected.Length, file.Position);
                CodecUtil.WriteFooter(file);
            }

            using var input = lucene.OpenChecksumInput("a", IOContext.READ_ONCE);
            CodecUtil.CheckHeader(input, "Test", 1, 1);
            var read = new byte[expected.Length];
            input.ReadBytes(read, 0, read.Length);
            CodecUtil.CheckFooter(input);
            Assert.Equal(expected, read);
        }, iter: 30, threads: 1);
    }

    [Fact]
    public void A_file_of_the_same_name_is_replaced()
    {
        using var directory = new WrittenDirectory(folder.Path);
        for (byte b = 1; b <= 2; b++)
        {
            using var file = directory.CreateOutput("a", IOContext.DEFAULT);
            file.WriteByte(b);
        }

        Assert.Equal([2], File.ReadAllBytes(Path.Combine(folder.Path, "a")));
    }

    [Fact]
    public void A_closed_file_has_no_checksum_and_closes_again()
    {
        using var directory = new WrittenDirectory(folder.Path);
        var file = directory.CreateOutput("a", IOContext.DEFAULT);
        file.Dispose();
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.Checksum);
    }
}
