using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsSearch.Tests.Lucene.Writing;

/// <summary>A folder on a disk that has room for so many bytes of merges; what else is written has all the room it needs.</summary>
internal sealed class FullDirectory(LuceneDirectory inner, long room) : FilterDirectory(inner)
{
    /// <summary>ENOSPC.</summary>
    private const int NoSpace = 28;

    private long left = room;
    private int refused;

    /// <summary>Writes that found no room.</summary>
    public int Refused => refused;

    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        var output = base.CreateOutput(name, context);
        return context.MergeInfo is { IsExternal: false } ? new Output(output, this) : output;
    }

    private void Take(int bytes)
    {
        if (Interlocked.Add(ref left, -bytes) >= 0)
            return;
        Interlocked.Increment(ref refused);
        throw new System.IO.IOException("No space left on device", NoSpace);
    }

    private sealed class Output(IndexOutput inner, FullDirectory disk) : IndexOutput
    {
        public override long Checksum => inner.Checksum;

        public override long Position => inner.Position;

        public override void WriteByte(byte b)
        {
            disk.Take(1);
            inner.WriteByte(b);
        }

        public override void WriteBytes(byte[] b, int offset, int length)
        {
            disk.Take(length);
            inner.WriteBytes(b, offset, length);
        }

        public override void Flush() => inner.Flush();

        [Obsolete("Overrides an obsolete member of Lucene.")]
        public override void Seek(long pos) => inner.Seek(pos);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
        }
    }
}
