using System.Text;
using Indexer.Archives.Containers;

namespace NewsSearch.Tests.Archives.Containers;

/// <summary>What tells packed and foreign files, and what is refused of them.</summary>
public sealed class ContainerToolTests
{
    [Theory]
    [InlineData("1F 8B 08", true)]
    [InlineData("28 B5 2F FD 00", true)]
    [InlineData("42 5A 68 39 31 41 59 26 53 59", true)]
    [InlineData("FD 37 7A 58 5A 00", true)]
    [InlineData("42 5A 68 39 20 69 73 20", false)]
    [InlineData("1F", false)]
    [InlineData("", false)]
    public void Compression_shows_in_the_first_bytes(string hex, bool expected) =>
        Assert.Equal(expected, Compression.Of(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))) is not null);

    [Theory]
    [InlineData("%PDF-1.4", "a PDF")]
    [InlineData("{\\rtf1", "a document in Rich Text Format")]
    [InlineData("SQLite format 3\0", "an SQLite database")]
    [InlineData("PAR1", "a Parquet table")]
    [InlineData("GIF89a", "a picture")]
    [InlineData("Rar!\u001A", "a RAR archive")]
    [InlineData("PDF", null)]
    [InlineData("", null)]
    public void Files_of_other_programs_are_named(string head, string? expected) =>
        Assert.Equal(expected, ForeignFile.NameOf(Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData("[Content_Types].xml", "a document of an Office program")]
    [InlineData("_rels/.rels", "a document of an Office program")]
    [InlineData("mimetype", "a document of OpenOffice, or a book")]
    [InlineData("news.jsonl", null)]
    public void A_zip_is_a_document_if_its_first_file_says_so(string first, string? expected)
    {
        byte[] zip = [.. "PK\u0003\u0004"u8, .. new byte[22], (byte)first.Length, 0, 0, 0, .. Encoding.ASCII.GetBytes(first)];
        Assert.Equal(expected, ForeignFile.NameOf(zip));
    }

    [Theory]
    [InlineData("a/b.json", false)]
    [InlineData("../b.json", true)]
    [InlineData("a/../../b.json", true)]
    [InlineData("a\\..\\b.json", true)]
    [InlineData("/etc/passwd", true)]
    [InlineData("C:/b.json", true)]
    [InlineData("a..b/c", false)]
    public void Names_that_lead_out_of_an_archive_are_refused(string name, bool expected) =>
        Assert.Equal(expected, PackedFile.RefusalOf(name) is not null);

    [Theory]
    [InlineData("a/b.json", false)]
    [InlineData(".git/config", true)]
    [InlineData("a/.b", true)]
    [InlineData("__MACOSX/a/b.json", true)]
    [InlineData("./a.json", false)]
    [InlineData("../a.json", false)]
    public void Hidden_files_are_left_out(string name, bool expected) => Assert.Equal(expected, PackedFile.IsHidden(name));

    [Fact]
    public void A_counted_stream_knows_its_position_and_cannot_be_set()
    {
        using var stream = new CountedStream(new MemoryStream(new byte[100]));
        stream.ReadExactly(new byte[30]);
        Assert.Equal((30L, 30L), (stream.Count, stream.Position));
        Assert.Throws<NotSupportedException>(() => stream.Position = 0);
    }

    [Theory]
    [InlineData(1_000_000, false)]
    [InlineData(1_000, true)]
    public void A_stream_that_unpacks_into_400_times_as_much_is_stopped_after_256_MiB(long packed, bool isStopped)
    {
        using var stream = new ExpansionGuard(new EndlessStream(300L * 1024 * 1024), () => packed);
        var buffer = new byte[1024 * 1024];
        var failure = Record.Exception(() =>
        {
            while (stream.Read(buffer) > 0)
            {
            }
        });
        Assert.Equal(isStopped, failure is InvalidDataException);
    }

    [Fact]
    public void Whatever_a_decompressor_throws_is_damaged_data()
    {
        using var stream = new ExpansionGuard(new BrokenStream(), () => 1);
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => stream.ReadByte()).Message, StringComparison.Ordinal);
    }

    private sealed class EndlessStream(long length) : MemoryStream
    {
        private long left = length;

        public override int Read(Span<byte> buffer)
        {
            var read = (int)Math.Min(buffer.Length, left);
            left -= read;
            return read;
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new FormatException();
    }
}
