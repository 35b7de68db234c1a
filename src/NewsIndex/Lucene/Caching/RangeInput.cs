using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace NewsIndex.Lucene.Caching;

/// <summary>
/// Reads ranges of an index file. Ranges inside a block of the cache are not copied. Behind the cache, one object serves all threads;
/// other inputs have a position, so that each reader needs a <see cref="Fork"/>.
/// </summary>
internal sealed class RangeInput : IDisposable
{
    private readonly IndexInput input;
    private readonly CachedIndexInput? cached;

    /// <param name="input">Closed with this object.</param>
    public RangeInput(IndexInput input) => (this.input, cached) = (input, input as CachedIndexInput);

    /// <summary>Offset of the first byte behind the header; 0 before <see cref="CheckEnds"/>.</summary>
    public int ContentStart { get; private set; }

    /// <summary>Bytes between the header and the checksum.</summary>
    public long ContentLength => End - ContentStart - CodecUtil.FooterLength();

    /// <summary>Offset behind the last byte of the file.</summary>
    public long End => input.Length;

    /// <summary>Returns a reader for one thread, valid as long as this one is open.</summary>
    public RangeInput Fork() => cached is null ? new RangeInput((IndexInput)input.Clone()) : this;

    /// <summary>Reads all of the file into the cache, as far as there is one that has room.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Preload(CancellationToken stop) => cached?.Preload(stop);

    /// <summary>Reads a range.</summary>
    /// <param name="scratch">Receives the bytes if they have to be copied; replaced by a larger array as needed.</param>
    /// <exception cref="CorruptIndexException">The range is not inside the file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ArraySegment<byte> Read(long start, int length, ref byte[] scratch)
    {
        var held = default(HeldBlock);
        return Read(start, length, ref scratch, ref held);
    }

    /// <param name="held">The block of this file that the caller read last; empty at first.</param>
    /// <inheritdoc cref="Read(long, int, ref byte[])"/>
    public ArraySegment<byte> Read(long start, int length, ref byte[] scratch, ref HeldBlock held)
    {
        if (start < 0 || length < 0 || start > input.Length - length)
            throw new CorruptIndexException($"range {start} to {start + length} is invalid; expected one inside {input}; run verify");
        if (cached is not null && cached.TryGet(start, length, ref held, out var range))
            return range;
        if (scratch.Length < length)
            scratch = new byte[Math.Max(length, 2 * scratch.Length)];
        if (cached is not null)
        {
            cached.CopyTo(start, scratch.AsSpan(0, length));
        }
        else
        {
            input.Seek(start);
            input.ReadBytes(scratch, 0, length);
        }

        return new ArraySegment<byte>(scratch, 0, length);
    }

    /// <summary>Checks that the file begins with a header and ends with a checksum, which is not compared.</summary>
    /// <param name="name">Name in the header.</param>
    /// <exception cref="CorruptIndexException">It does not.</exception>
    public void CheckEnds(string name, int version)
    {
        if (input.Length < CodecUtil.HeaderLength(name) + CodecUtil.FooterLength())
            throw new CorruptIndexException($"length {input.Length} of {input} is invalid; expected a header and a checksum; run verify");
        input.Seek(0);
        CodecUtil.CheckHeader(input, name, version, version);
        ContentStart = (int)input.Position;
        CodecUtil.RetrieveChecksum(input);
    }

    /// <summary>Reads all bytes and compares their checksum with the footer.</summary>
    /// <exception cref="CorruptIndexException">They differ.</exception>
    public void CheckIntegrity() => CodecUtil.ChecksumEntireFile(input);

    public void Dispose() => input.Dispose();
}
