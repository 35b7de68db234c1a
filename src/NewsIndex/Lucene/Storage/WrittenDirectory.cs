using Lucene.Net.Store;

namespace NewsIndex.Lucene.Storage;

/// <summary>The folder of an index for a writer. Lucene deletes the file of a commit that its deletion policy has deleted before.</summary>
internal sealed class WrittenDirectory(string path) : NIOFSDirectory(path)
{
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        EnsureOpen();
        EnsureCanWrite(name);
        return new WrittenFile(Path.Combine(Directory.FullName, name));
    }

    /// <summary>Deletes a file; does nothing when it is gone. Lucene would try it again with every commit.</summary>
    public override void DeleteFile(string name)
    {
        try
        {
            base.DeleteFile(name);
        }
        catch (FileNotFoundException)
        {
            // It is gone, as it should be.
        }
    }
}
