using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>What is made of a generation once, when it is first needed, and let go of with it. Whoever needs it while it is made waits for it.</summary>
internal sealed class PerGeneration<T>(Func<IndexReader, T> make)
{
    private readonly ConditionalWeakTable<IndexReader, Lazy<T>> made = [];

    public T Of(IndexReader reader)
    {
        var lazy = made.GetValue(reader, key => new Lazy<T>(() => make(key)));
        try
        {
            return lazy.Value;
        }
        catch
        {
            // A file that could not be read once may be read the next time.
            made.Remove(reader);
            throw;
        }
    }
}
