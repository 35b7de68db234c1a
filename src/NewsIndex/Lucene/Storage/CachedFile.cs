using Microsoft.Win32.SafeHandles;

namespace NewsIndex.Lucene.Storage;

/// <summary>A file of an index that is open for reading. Files of an index never change once they are written.</summary>
internal sealed class CachedFile : IDisposable
{
    private readonly SafeFileHandle handle;
    private readonly BlockCache cache;
    private readonly byte[]?[] blocks;

    /// <summary>By block, 1 when it was asked for since the cache's hand last came by. Torn updates only cost a block its place.</summary>
    private readonly byte[] used;

    /// <exception cref="IOException">It cannot be opened.</exception>
    public CachedFile(string path, BlockCache cache)
    {
        this.cache = cache;
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(handle);
        blocks = new byte[]?[(int)((Length + BlockCache.BlockSize - 1) >> BlockCache.BlockBits)];
        used = new byte[blocks.Length];
    }

    public long Length { get; }

    /// <summary>The bytes of a block: whole but for the last one. They stay what they are when the cache lets the block go.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public byte[] Block(int number)
    {
        var block = Volatile.Read(ref blocks[number]);
        if (block is not null)
        {
            if (used[number] == 0)
                used[number] = 1;
            return block;
        }

        return Load(number);
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
        for (var read = 0; read < bytes.Length;)
        {
            var count = RandomAccess.Read(handle, bytes.AsSpan(read), start + read);
            if (count == 0)
                throw new EndOfStreamException($"a file of the index ends at {start + read}, {Length - start - read} bytes before its end");
            read += count;
        }

        // Whoever reads it at the same time has the same bytes; one of the two is kept.
        if (Interlocked.CompareExchange(ref blocks[number], bytes, null) is { } other)
            return other;
        cache.Keep(this, number);
        return bytes;
    }
}
