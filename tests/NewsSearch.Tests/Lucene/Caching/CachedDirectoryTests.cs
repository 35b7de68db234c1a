using CsCheck;
using Lucene.Net.Store;
using NewsIndex.Lucene.Caching;
using NewsIndex.Tracing;

namespace NewsSearch.Tests.Lucene.Caching;

public sealed class CachedDirectoryTests : IDisposable
{
    private const int Blocks = 5;
    private readonly TemporaryFolder folder = new();
    private readonly byte[] bytes = new byte[(BlockCache.BlockSize * Blocks) + 777];

    public CachedDirectoryTests()
    {
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)((i * 31) ^ (i >> 9));
        File.WriteAllBytes(folder.File("_0.doc"), bytes);
        File.WriteAllBytes(folder.File("_0.fdt"), bytes);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("_0.doc", 1)]
    [InlineData("_0.doc", 2 * BlockCache.BlockSize)]
    [InlineData("_0.doc", 1L << 30)]
    [InlineData("_0.fdt", 1L << 30)]
    public void What_is_read_is_what_the_file_has_wherever_one_goes_and_however_little_is_kept(string file, long capacity)
    {
        using var directory = new CachedDirectory(folder.Path, new BlockCache(capacity));
        using var whole = directory.OpenInput(file, IOContext.DEFAULT);
        using var slicer = directory.CreateSlicer(file, IOContext.DEFAULT);
        var slice = slicer.OpenSlice("a part", 1000, bytes.Length - 2000);
        Gen.Select(Gen.Int[0, bytes.Length - 2001], Gen.Int[0, 100_000], Gen.Bool).Sample((place, length, isSlice) =>
        {
            var (input, shift) = isSlice ? (slice, 1000) : (whole, 0);
            length = (int)Math.Min(length, input.Length - place);
            input.Seek(place);
            var read = new byte[length + 3];
            input.ReadBytes(read, 3, length);
            Assert.Equal(place + length, input.Position);
            Assert.Equal(bytes.AsSpan(place + shift, length), read.AsSpan(3));
        }, threads: 1, iter: 300);
    }

    [Fact]
    public void Blocks_from_memory_and_from_files_are_counted()
    {
        var cache = new BlockCache(1L << 30);
        using var directory = new CachedDirectory(folder.Path, cache);
        using var input = directory.OpenInput("_0.doc", IOContext.DEFAULT);
        for (var i = 1; i <= 3; i++)
        {
            input.Seek(0);
            input.ReadBytes(new byte[bytes.Length], 0, bytes.Length);
            Assert.Equal(Blocks + 1, cache.Misses);
            Assert.InRange(cache.Hits, (i - 1) * Blocks, (i - 1) * (Blocks + 1));
        }
    }

    [Theory]
    [InlineData(1 << 30, Blocks + 1)]
    [InlineData(3 * BlockCache.BlockSize, 3)]
    public void A_file_is_preloaded_as_far_as_the_cache_has_room(int capacity, int expected)
    {
        var cache = new BlockCache(capacity);
        using var directory = new CachedDirectory(folder.Path, cache);
        using var file = new RangeInput(directory.OpenInput("_0.doc", IOContext.DEFAULT));
        file.Preload(new CancellationToken(canceled: true));
        Assert.Equal(0, cache.Misses);
        file.Preload(CancellationToken.None);
        file.Preload(CancellationToken.None);
        Assert.Equal(expected, cache.Misses);
        byte[] scratch = [];
        Assert.Equal(bytes[..1000], file.Read(0, 1000, ref scratch).ToArray());
        Assert.Equal(expected, cache.Misses);
    }

    [Fact]
    public void Texts_of_articles_are_read_past_the_cache()
    {
        var cache = new BlockCache(1L << 30);
        using var directory = new CachedDirectory(folder.Path, cache);
        using var input = directory.OpenInput("_0.fdt", IOContext.DEFAULT);
        input.ReadBytes(new byte[bytes.Length], 0, bytes.Length);
        Assert.Equal((0, 0), (cache.Hits, cache.Misses));
        Assert.Throws<EndOfStreamException>(() => input.ReadByte());
    }

    [Fact]
    public void A_count_of_many_threads_is_complete()
    {
        var counter = new StripedCounter();
        Parallel.For(0, 100_000, _ => counter.Increment());
        Assert.Equal(100_000, counter.Value);
    }

    [Theory]
    [InlineData("_0.doc")]
    [InlineData("_0.fdt")]
    public void A_clone_has_a_place_of_its_own_and_begins_where_it_was_cloned(string file)
    {
        using var directory = new CachedDirectory(folder.Path, new BlockCache(1 << 20));
        using var input = directory.OpenInput(file, IOContext.DEFAULT);
        input.Seek(BlockCache.BlockSize - 1);
        var clone = (IndexInput)input.Clone();
        Assert.Equal(bytes[BlockCache.BlockSize - 1], clone.ReadByte());
        Assert.Equal(bytes[BlockCache.BlockSize], clone.ReadByte());
        Assert.Equal(BlockCache.BlockSize - 1, input.Position);
        Assert.Equal(bytes[BlockCache.BlockSize - 1], input.ReadByte());

        // Each reads elsewhere, and then where the other was.
        clone.Seek(0);
        Assert.Equal(bytes[0], clone.ReadByte());
        Assert.Equal(bytes[BlockCache.BlockSize], input.ReadByte());
        Assert.Equal(bytes[1], clone.ReadByte());
    }

    [Fact]
    public void Numbers_are_read_across_the_end_of_a_block_as_Lucene_writes_them()
    {
        using (var writer = new NIOFSDirectory(folder.Path))
        using (var output = writer.CreateOutput("numbers", IOContext.DEFAULT))
        {
            for (var i = 0; i < BlockCache.BlockSize; i++)
                output.WriteVInt32(i * 1_000_003);
        }

        using var directory = new CachedDirectory(folder.Path, new BlockCache(1 << 20));
        using var input = directory.OpenInput("numbers", IOContext.DEFAULT);
        for (var i = 0; i < BlockCache.BlockSize; i++)
            Assert.Equal(i * 1_000_003, input.ReadVInt32());
        Assert.Equal(input.Length, input.Position);
    }

    [Fact]
    public void Numbers_of_fixed_width_are_read_at_any_place_as_Lucene_writes_them()
    {
        const int Rows = BlockCache.BlockSize / 4;
        using (var writer = new NIOFSDirectory(folder.Path))
        using (var output = writer.CreateOutput("widths", IOContext.DEFAULT))
        {
            for (var i = 0; i < Rows; i++)
            {
                output.WriteByte((byte)i);
                output.WriteInt16((short)(i * 40_503));
                output.WriteInt32(i * -1_640_531_527);
                output.WriteInt64(i * -7_046_029_254_386_353_131);
            }
        }

        using var directory = new CachedDirectory(folder.Path, new BlockCache(1 << 20));
        using var input = directory.OpenInput("widths", IOContext.DEFAULT);
        for (var i = 0; i < Rows; i++)
        {
            Assert.Equal((byte)i, input.ReadByte());
            Assert.Equal((short)(i * 40_503), input.ReadInt16());
            Assert.Equal(i * -1_640_531_527, input.ReadInt32());
            Assert.Equal(i * -7_046_029_254_386_353_131, input.ReadInt64());
        }

        Assert.Equal(input.Length, input.Position);
    }

    [Fact]
    public void Reading_past_the_end_of_a_file_or_of_a_part_of_it_is_refused()
    {
        using var directory = new CachedDirectory(folder.Path, new BlockCache(1 << 20));
        using var slicer = directory.CreateSlicer("_0.doc", IOContext.DEFAULT);
        var slice = slicer.OpenSlice("ten bytes", 5, 10);
        slice.Seek(10);
        Assert.Throws<EndOfStreamException>(() => slice.ReadByte());
        slice.Seek(8);
        Assert.Throws<EndOfStreamException>(() => slice.ReadBytes(new byte[3], 0, 3));
    }

    [Fact]
    public async Task Many_readers_of_a_small_cache_all_read_what_the_file_has()
    {
        using var directory = new CachedDirectory(folder.Path, new BlockCache(BlockCache.BlockSize));
        using var input = directory.OpenInput("_0.doc", IOContext.DEFAULT);
        var clones = Enumerable.Range(0, 8).Select(_ => (IndexInput)input.Clone()).ToList();
        await Task.WhenAll(clones.Select((clone, number) => Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                var place = (int)((i * 7919L * (number + 1)) % bytes.Length);
                clone.Seek(place);
                Assert.Equal(bytes[place], clone.ReadByte());
            }
        })));
    }
}
