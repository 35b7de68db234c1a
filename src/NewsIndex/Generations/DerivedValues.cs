using System.Collections.Concurrent;

namespace NewsIndex.Generations;

/// <summary>Lazy values of a reader that live as long as their owner. Thread-safe.</summary>
internal sealed class DerivedValues
{
    private readonly ConcurrentDictionary<object, Lazy<object>> values = new(ReferenceEqualityComparer.Instance);

    /// <summary>Releases all values; each is computed again when it is next asked for. Callers keep those that they have.</summary>
    public void Clear() => values.Clear();

    /// <summary>Computes a value once; concurrent callers wait. A failed computation is repeated by the next caller.</summary>
    /// <param name="key">Key of the value, compared by reference.</param>
    public T GetOrAdd<TReader, T>(object key, TReader reader, Func<TReader, T> compute)
        where T : notnull
    {
        if (!values.TryGetValue(key, out var value))
            value = Add(key, reader, compute);
        try
        {
            return (T)value.Value;
        }
        catch
        {
            // A file that could not be read may be readable next time.
            values.TryRemove(new KeyValuePair<object, Lazy<object>>(key, value));
            throw;
        }
    }

    /// <summary>Apart, so that only a value that is not known yet costs what its computation refers to.</summary>
    private Lazy<object> Add<TReader, T>(object key, TReader reader, Func<TReader, T> compute)
        where T : notnull =>
        values.GetOrAdd(key, new Lazy<object>(() => compute(reader)));
}
