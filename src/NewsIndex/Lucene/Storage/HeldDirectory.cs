using Lucene.Net.Store;
using NewsIndex.SavedSnapshots;

namespace NewsIndex.Lucene.Storage;

/// <summary>The files of one commit, which stay readable while a writer deletes them. Caches nothing; nothing can be written.</summary>
/// <param name="held">Disposed by whoever opened it.</param>
/// <param name="cancellation">Stops every read.</param>
internal sealed class HeldDirectory(HeldGeneration held, CancellationToken cancellation) : BaseDirectory
{
    public override string[] ListAll() => [.. held.Files.Select(file => file.Name)];

    [Obsolete("Overrides an obsolete member of Lucene.")]
    public override bool FileExists(string name) => held.Files.Any(file => file.Name == name);

    public override long FileLength(string name) => Find(name).Length;

    public override IndexInput OpenInput(string name, IOContext context) => new HeldInput(Find(name), cancellation);

    public override void DeleteFile(string name) => throw NotWritable();

    public override IndexOutput CreateOutput(string name, IOContext context) => throw NotWritable();

    public override void Sync(ICollection<string> names) => throw NotWritable();

    protected override void Dispose(bool disposing)
    {
        // The files belong to whoever opened them.
    }

    private HeldFile Find(string name) => held.Files.FirstOrDefault(file => file.Name == name)
        ?? throw new FileNotFoundException($"the commit has no file {name}", name);

    private static NotSupportedException NotWritable() => new("the files of a held commit are only read");

    private sealed class HeldInput(HeldFile file, CancellationToken cancellation) : BufferedIndexInput(file.Name, BufferSize64K)
    {
        private const int BufferSize64K = 1 << 16;

        public override long Length => file.Length;

        protected override void ReadInternal(byte[] buffer, int offset, int length)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = Position;
            for (var read = 0; read < length;)
            {
                var count = RandomAccess.Read(file.Handle, buffer.AsSpan(offset + read, length - read), start + read);
                if (count == 0)
                    throw new EndOfStreamException($"{file.Name} ends at {start + read}; expected {length - read} more bytes");
                read += count;
            }
        }

        protected override void SeekInternal(long position)
        {
            // Each read says where it begins.
        }

        protected override void Dispose(bool disposing)
        {
            // The handle belongs to whoever opened the commit.
        }
    }
}
