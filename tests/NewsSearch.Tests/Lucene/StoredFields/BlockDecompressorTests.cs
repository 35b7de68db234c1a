using CsCheck;
using Lucene.Net.Codecs.Compressing;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Lucene.Caching;
using NewsIndex.Lucene.StoredFields;

namespace NewsSearch.Tests.Lucene.StoredFields;

public sealed class BlockDecompressorTests : IDisposable
{
    private const int Length = 16_000;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>The chunks of a file lie before, across and behind the borders of the blocks of the cache.</summary>
    [Fact]
    public void Reads_what_Lucene_reads_and_stands_behind_it()
    {
        using var cached = FileOf(chunks: 40);
        using var plain = new NIOFSDirectory(folder.Path);
        using var expectedInput = plain.OpenInput("chunks", IOContext.DEFAULT);
        using var input = cached.OpenInput("chunks", IOContext.DEFAULT);
        var (lucene, ours) = (CompressionMode.FAST.NewDecompressor(), new BlockDecompressor());
        var (expected, read) = (new BytesRef(), new BytesRef());
        var random = new Random(7);
        for (var chunk = 0; chunk < 40; chunk++)
        {
            var start = input.Position;
            var offset = random.Next(Length);
            ours.Decompress(input, Length, offset, Math.Min(100, Length - offset), read);
            lucene.Decompress(expectedInput, Length, 0, Length, expected);
            Assert.Equal(expected.Bytes.AsSpan(offset, read.Length), read.Bytes.AsSpan(read.Offset, read.Length));

            input.Seek(start);
            ours.Decompress(input, Length, 0, Length, read);
            Assert.Equal(expected.Bytes.AsSpan(0, Length), read.Bytes.AsSpan(0, Length));
            Assert.Equal(expectedInput.Position, input.Position);
        }
    }

    [Fact]
    public void A_damaged_or_cut_off_chunk_is_a_corrupt_index()
    {
        using var cached = FileOf(chunks: 1);
        var path = Path.Combine(folder.Path, "chunks");
        var whole = File.ReadAllBytes(path);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Bool).Sample((place, value, isCut) =>
        {
            var damaged = isCut ? whole[..place] : [.. whole[..place], value, .. whole[(place + 1)..]];
            File.WriteAllBytes(path, damaged);
            using var input = cached.OpenInput("chunks", IOContext.DEFAULT);
            try
            {
                new BlockDecompressor().Decompress(input, Length, 0, Length, new BytesRef());
                Assert.False(isCut);
            }
            catch (CorruptIndexException)
            {
                // A flipped byte of the text is found by the checksum of the file.
            }
            catch (EndOfStreamException)
            {
                Assert.Equal(0, input.Length);
            }
        }, iter: 500, threads: 1);
    }

    private CachedDirectory FileOf(int chunks)
    {
        var directory = new CachedDirectory(folder.Path, new BlockCache(1 << 20));
        using var output = directory.CreateOutput("chunks", IOContext.DEFAULT);
        var random = new Random(3);
        var words = Enumerable.Range(0, 300).Select(_ => System.Text.Encoding.ASCII.GetBytes($"word{random.Next()} ")).ToArray();
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            var bytes = Enumerable.Range(0, Length).SelectMany(_ => words[random.Next(words.Length)]).Take(Length).ToArray();
            CompressionMode.FAST.NewCompressor().Compress(bytes, 0, Length, output);
        }

        return directory;
    }
}
