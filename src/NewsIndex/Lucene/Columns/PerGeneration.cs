using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>A kind of value that each snapshot computes when first needed, owns, and releases with itself.</summary>
/// <param name="compute">From the reader of a snapshot.</param>
internal sealed class PerGeneration<T>(Func<IndexReader, T> compute)
    where T : notnull
{
    /// <summary>The value of a snapshot; threads that need it while it is computed wait for it.</summary>
    /// <param name="reader">Of a snapshot.</param>
    public T Of(IndexReader reader) => SnapshotReader.Of(reader).Derived.GetOrAdd(this, reader, compute);
}
