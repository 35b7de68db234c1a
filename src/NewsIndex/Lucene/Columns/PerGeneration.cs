using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>A lazy value of each snapshot, released with it.</summary>
/// <param name="compute">Computes the value from the reader of a snapshot.</param>
internal sealed class PerGeneration<T>(Func<IndexReader, T> compute)
    where T : notnull
{
    /// <summary>Returns the value of a snapshot; concurrent callers wait while it is computed.</summary>
    /// <param name="reader">Reader of a snapshot.</param>
    public T Of(IndexReader reader) => SnapshotReader.Of(reader).Derived.GetOrAdd(this, reader, compute);
}
