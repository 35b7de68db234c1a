using System.Text;
using CsCheck;
using Indexer.Records;

namespace NewsSearch.Tests.Records;

/// <summary>Streams and lines as readers see them.</summary>
public sealed class StreamTests
{
    private static readonly string[] Parts = ["\n", "\r\n", "\r", "a", "bc", "\n\n", "dddddddd"];

    private static readonly Gen<string> Text =
        Gen.Int[0, Parts.Length - 1].Array[0, 40].Select(parts => string.Concat(parts.Select(part => Parts[part])));

    [Fact]
    public void Lines_are_those_that_a_split_gives() => Gen.Select(Text, Gen.Int[1, 7]).Sample(
        (text, piece) =>
        {
            var expected = text.Split('\n').Select(line => line.EndsWith('\r') ? line[..^1] : line).ToList();
            if (expected[^1].Length == 0)
                expected.RemoveAt(expected.Count - 1);
            var lines = Lines(text, piece, LineScanner.DefaultMaxLength);
            // A carriage return alone at the end of the stream is an empty line that the scanner does not give.
            Assert.Equal(expected, lines.Select(line => line.Text));
            Assert.All(lines, line => Assert.Equal(line.Text, text.Substring((int)line.Offset, line.Text.Length)));
        },
        iter: 2000);

    [Theory]
    [InlineData(8, false)]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    [InlineData(300_000, true)]
    public void A_line_beyond_the_limit_is_cut_and_the_next_is_whole(int length, bool isTooLong)
    {
        var lines = new LineScanner(new MemoryStream(Encoding.ASCII.GetBytes(new string('x', length) + "\nnext")), limit: 2000);
        Assert.True(lines.TryRead(out var first));
        Assert.Equal((isTooLong, (long)length), (first.IsTooLong, first.Length));
        Assert.True(lines.TryRead(out var next));
        Assert.Equal(("next", (long)length + 1), (Encoding.ASCII.GetString(next.Bytes.Span), next.Offset));
        Assert.False(lines.TryRead(out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(10)]
    public void A_rewound_stream_gives_its_first_bytes_again(int read)
    {
        var rest = new MemoryStream([.. "0123456789"u8]);
        var first = new byte[read];
        rest.ReadExactly(first);
        using var rewound = new StreamReader(new RewoundStream(first, rest));
        Assert.Equal("0123456789", rewound.ReadToEnd());
    }

    [Fact]
    public void A_rewound_stream_closes_the_one_that_it_reads_on()
    {
        var rest = new MemoryStream();
        new RewoundStream(default, rest).Dispose();
        Assert.Throws<ObjectDisposedException>(() => rest.ReadByte());
    }

    [Fact]
    public void A_forward_stream_refuses_what_needs_to_seek_or_write()
    {
        using var stream = new RewoundStream(default, Stream.Null);
        Assert.Equal((true, false, false), (stream.CanRead, stream.CanSeek, stream.CanWrite));
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position);
        Assert.Throws<NotSupportedException>(() => stream.Position = 0);
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(0));
        Assert.Throws<NotSupportedException>(() => stream.Write([1], 0, 1));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(WholeFile.MaxLength, true)]
    [InlineData(WholeFile.MaxLength + 1, false)]
    public void A_whole_file_has_at_most_64_MiB(int length, bool expected)
    {
        Assert.Equal(expected, WholeFile.TryRead(new MemoryStream(new byte[length]), out var bytes));
        Assert.Equal(expected ? length : 1024, bytes.Length);
    }

    private static List<(string Text, long Offset)> Lines(string text, int piece, int limit)
    {
        var scanner = new LineScanner(new PiecewiseStream(Encoding.ASCII.GetBytes(text), piece), limit);
        var lines = new List<(string, long)>();
        while (scanner.TryRead(out var line))
            lines.Add((Encoding.ASCII.GetString(line.Bytes.Span), line.Offset));
        return lines;
    }

    private sealed class PiecewiseStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
