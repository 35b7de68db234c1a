using Microsoft.Win32.SafeHandles;

namespace NewsIndex.Lucene.Caching;

/// <summary>An index file that is open for reading. Index files are immutable.</summary>
internal sealed class CachedFile : IDisposable
{
    private readonly SafeFileHandle handle;
    private readonly BlockCache cache;
    private readonly byte[]?[] blocks;

    /// <summary>
    /// Reference bits of the clock by block: 1 if the block was read since the last pass. A lost update only evicts a block early.
    /// </summary>
    private readonly byte[] used;

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public CachedFile(string path, BlockCache cache)
    {
        this.cache = cache;
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(handle);
        blocks = new byte[]?[(int)((Length + BlockCache.BlockSize - 1) >> BlockCache.BlockBits)];
        used = new byte[blocks.Length];
    }

    public long Length { get; }

    /// <summary>Returns the bytes of a block; only the last block may be shorter. Evicted arrays stay valid and unchanged.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public byte[] Block(int number)
    {
        var block = Volatile.Read(ref blocks[number]);
        if (block is not null)
        {
            cache.CountHit();
            if (used[number] == 0)
                used[number] = 1;
            return block;
        }

        return Load(number);
    }

    /// <summary>Reads bytes past the cache.</summary>
    /// <param name="start">Offset of the first byte; all must be inside the file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Read(long start, Span<byte> bytes)
    {
        for (var read = 0; read < bytes.Length;)
        {
            var count = RandomAccess.Read(handle, bytes[read..], start + read);
            if (count == 0)
                throw new EndOfStreamException($"index file is truncated at {start + read}; expected {Length - start - read} more bytes");
            read += count;
        }
    }

    /// <summary>Reads all blocks into the cache, as long as it has room and the caller does not stop.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Preload(CancellationToken stop)
    {
        for (var number = 0; number < blocks.Length && cache.HasRoom && !stop.IsCancellationRequested; number++)
        {
            if (Volatile.Read(ref blocks[number]) is null)
                Load(number);
        }
    }

    public bool TestAndClearUsed(int block)
    {
        var was = used[block] != 0 && Volatile.Read(ref blocks[block]) is not null;
        used[block] = 0;
        return was;
    }

    public void Drop(int block) => Volatile.Write(ref blocks[block], null);

    public void Dispose()
    {
        handle.Dispose();
        Array.Clear(blocks);
    }

    private byte[] Load(int number)
    {
        var start = (long)number << BlockCache.BlockBits;
        var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(BlockCache.BlockSize, Length - start));
        Read(start, bytes);

        // A concurrent read of the same block has the same bytes; keep the first.
        if (Interlocked.CompareExchange(ref blocks[number], bytes, null) is { } other)
            return other;
        cache.Keep(this, number);
        return bytes;
    }
}
