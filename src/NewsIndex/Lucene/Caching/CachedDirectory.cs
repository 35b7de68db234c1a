using Lucene.Net.Store;

namespace NewsIndex.Lucene.Caching;

/// <summary>
/// Index files behind a block cache. Lucene.NET's NIOFSDirectory reads a kilobyte at a time with a lock and a seek, which took half of the
/// time of a search; its MMapDirectory can crash the process.
/// </summary>
internal sealed class CachedDirectory : FSDirectory
{
    /// <summary>Ending of the files of stored fields.</summary>
    private const string StoredFields = ".fdt";

    private readonly BlockCache cache;

    public CachedDirectory(string path, BlockCache cache)
        : base(new DirectoryInfo(path), NoLockFactory.GetNoLockFactory()) => this.cache = cache;

    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var file = OpenFile(name);
        return name.EndsWith(StoredFields, StringComparison.Ordinal)
            ? new UncachedIndexInput($"UncachedIndexInput({name})", file)
            : new CachedIndexInput($"CachedIndexInput({name})", file, 0, file.Length, ownsFile: true);
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(OpenFile(name), name);
    }

    private CachedFile OpenFile(string name)
    {
        var path = System.IO.Path.Combine(Directory.FullName, name);
        return new CachedFile(path, cache);
    }

    /// <summary>Opens the parts of a compound file.</summary>
    private sealed class Slicer(CachedFile file, string name) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) =>
            new CachedIndexInput($"CachedIndexInput({sliceDescription} in {name})", file, offset, length, ownsFile: false);

        [Obsolete("Overrides an obsolete member of Lucene.")]
        public override IndexInput OpenFullSlice() => OpenSlice("all", 0, file.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                file.Dispose();
        }
    }
}
