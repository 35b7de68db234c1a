using System.Collections.Concurrent;

namespace NewsIndex.Generations;

/// <summary>
/// Values that are computed from a reader when first needed, and live as long as what owns them. For any number of threads.
/// </summary>
internal sealed class DerivedValues
{
    private readonly ConcurrentDictionary<object, Lazy<object>> values = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Computes a value once; callers that need it meanwhile wait for it. A value that could not be computed is tried again.
    /// </summary>
    /// <param name="key">Names the value, by reference.</param>
    public T GetOrAdd<TReader, T>(object key, TReader reader, Func<TReader, T> compute)
        where T : notnull
    {
        if (!values.TryGetValue(key, out var value))
            value = values.GetOrAdd(key, new Lazy<object>(() => compute(reader)));
        try
        {
            return (T)value.Value;
        }
        catch
        {
            // A file that could not be read once may be read the next time.
            values.TryRemove(new KeyValuePair<object, Lazy<object>>(key, value));
            throw;
        }
    }
}
