using System.IO.Hashing;
using Lucene.Net.Store;

namespace NewsIndex.Lucene.Storage;

/// <summary>A file of an index that is being written; on disk, with all its bytes, once it is closed. For one thread.</summary>
internal sealed class WrittenFile : IndexOutput
{
    private const int BufferSize = 1 << 15;

    private readonly FileStream file;
    private readonly byte[] buffer = new byte[BufferSize];
    private readonly Crc32 checksum = new();
    private int used;
    private long written;
    private bool isClosed;

    /// <param name="path">Of no file that exists.</param>
    public WrittenFile(string path) =>
        file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    public override long Position => written + used;

    public override long Length => Position;

    public override long Checksum
    {
        get
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            Flush();
            return checksum.GetCurrentHashAsUInt32();
        }
    }

    public override void WriteByte(byte b)
    {
        if (used == buffer.Length)
            Flush();
        buffer[used++] = b;
    }

    public override void WriteBytes(byte[] b, int offset, int length)
    {
        var bytes = b.AsSpan(offset, length);
        if (length > buffer.Length - used)
        {
            Flush();
            if (length >= buffer.Length)
            {
                Write(bytes);
                return;
            }
        }

        bytes.CopyTo(buffer.AsSpan(used));
        used += length;
    }

    public override void Flush()
    {
        Write(buffer.AsSpan(0, used));
        used = 0;
    }

    [Obsolete("Overrides an obsolete member of Lucene.")]
    public override void Seek(long pos) => throw new NotSupportedException("a file of an index is written from its beginning to its end");

    protected override void Dispose(bool disposing)
    {
        if (!disposing || isClosed)
            return;
        isClosed = true;
        using (file)
        {
            Flush();
            file.Flush(flushToDisk: true);
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        checksum.Append(bytes);
        file.Write(bytes);
        written += bytes.Length;
    }
}
