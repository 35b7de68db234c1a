namespace NewsIndex.Lucene.Caching;

/// <summary>
/// Reads a file past the cache, into a buffer of its own. Texts of articles are read so: each is needed seldom, and together they would
/// push the postings out of the cache.
/// </summary>
internal sealed class UncachedIndexInput(string description, CachedFile file)
    : CachedFileInput(description, file, 0, file.Length, ownsFile: true)
{
    /// <summary>Most chunks of stored fields are shorter, so that one system call reads a chunk.</summary>
    private const int BufferSize = 1 << 14;

    private byte[] buffer = [];

    public override object Clone()
    {
        var clone = (UncachedIndexInput)base.Clone();
        clone.buffer = [];
        clone.Forget();
        return clone;
    }

    protected override (byte[] Bytes, int Count, long Start) Read(long absolute)
    {
        if (buffer.Length == 0)
            buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
        var count = (int)Math.Min(BufferSize, File.Length - absolute);
        File.Read(absolute, buffer.AsSpan(0, count));
        return (buffer, count, absolute);
    }
}
