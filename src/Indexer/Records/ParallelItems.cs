namespace Indexer.Records;

/// <summary>Converts the items of a document that is in memory on all cores.</summary>
internal static class ParallelItems
{
    /// <summary>Fewer items are converted before a second thread has begun.</summary>
    private const int MinItems = 32;

    /// <summary>Without a limit the thread pool adds threads while others wait.</summary>
    private static readonly ParallelOptions OneForEachCore = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>Returns the results in the order of the items. If items fail, throws the exception of the first of them.</summary>
    /// <param name="convert">Called concurrently; its result depends on the item alone.</param>
    public static IReadOnlyList<TResult> Convert<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> convert)
    {
        if (items.Count < MinItems)
            return [.. items.Select(convert)];
        try
        {
            var results = new TResult[items.Count];
            Parallel.For(0, items.Count, OneForEachCore, i => results[i] = convert(items[i]));
            return results;
        }
        catch (AggregateException)
        {
            // Which of several exceptions comes first would differ from run to run.
            return [.. items.Select(convert)];
        }
    }
}
