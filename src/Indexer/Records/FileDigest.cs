using System.Security.Cryptography;

namespace Indexer.Records;

/// <summary>Computes the hash of a file while it is read.</summary>
internal sealed class FileDigest : IDisposable
{
    private const int Bytes = 8;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long hashed;

    /// <summary>The first 16 hexadecimal digits of the SHA-256; empty until the whole file is hashed, and if it cannot be read.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Returns a stream that hashes what is read from it. Closing it leaves the file open.</summary>
    /// <param name="file">The file, at position 0.</param>
    public Stream Watch(Stream file) => new WatchedStream(file, this, 0);

    /// <summary>Hashes the part that was not read: a few readers stop before the end.</summary>
    /// <param name="file">The file passed to the stream, still open.</param>
    public void Complete(Stream file)
    {
        try
        {
            if (file.CanSeek)
                file.Position = hashed;
            using var rest = new WatchedStream(file, this, hashed);
            rest.CopyTo(Stream.Null);
            Value = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without a hash the file is read again when its time changes.
        }
    }

    public void Dispose() => hash.Dispose();

    /// <summary>Archives with a directory at the end are read from there first; only bytes that continue the hash are added.</summary>
    private void Add(long position, ReadOnlySpan<byte> bytes)
    {
        if (position > hashed || position + bytes.Length <= hashed)
            return;
        hash.AppendData(bytes[(int)(hashed - position)..]);
        hashed = position + bytes.Length;
    }

    private sealed class WatchedStream(Stream file, FileDigest digest, long position) : Stream
    {
        private long position = position;

        public override bool CanRead => true;

        public override bool CanSeek => file.CanSeek;

        public override bool CanWrite => false;

        public override long Length => file.Length;

        public override long Position
        {
            get => file.Position;
            set => position = file.Position = value;
        }

        public override int Read(Span<byte> buffer)
        {
            var read = file.Read(buffer);
            digest.Add(position, buffer[..read]);
            position += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) => position = file.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException("The file is only read.");

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The file is only read.");
    }
}
