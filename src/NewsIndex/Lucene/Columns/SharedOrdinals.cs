using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Global ordinals: numbers the distinct values of all segments of a generation, so that counting compares no values. Computed on first
/// use; time and memory (4 bytes per value of a segment) depend on the number of values, not of articles.
/// </summary>
internal sealed class SharedOrdinals<T>
    where T : notnull
{
    private static readonly PerGeneration<ConditionalWeakTable<object, Dictionary<string, SharedOrdinals<T>>>> Made = new(_ => []);

    private static readonly object GenerationAlone = new();

    private readonly List<T> values = [];
    private readonly int[][] bySegment;

    private SharedOrdinals(IReadOnlyList<T> first, IEnumerable<IEnumerable<T>> segments)
    {
        var numbers = new Dictionary<T, int>();
        foreach (var value in first)
            NumberOf(value);
        bySegment = [.. segments.Select(segment => segment.Select(NumberOf).ToArray())];

        int NumberOf(T value)
        {
            if (!numbers.TryGetValue(value, out var number))
            {
                numbers[value] = number = values.Count;
                values.Add(value);
            }

            return number;
        }
    }

    /// <summary>Values by number.</summary>
    public IReadOnlyList<T> Values => values;

    /// <param name="under">Further object on which the values depend and with which they are released; null for none.</param>
    /// <param name="first">Values with the first numbers, even if no segment has them.</param>
    /// <param name="segments">Returns the values of a segment by ordinal.</param>
    public static SharedOrdinals<T> Of(
        IndexReader reader, object? under, string name, IReadOnlyList<T> first, Func<AtomicReader, IEnumerable<T>> segments)
    {
        var named = Made.Of(reader).GetOrCreateValue(under ?? GenerationAlone);
        lock (named)
        {
            if (!named.TryGetValue(name, out var numbers))
                named[name] = numbers = new SharedOrdinals<T>(first, reader.Leaves.Select(leaf => segments(leaf.AtomicReader)));
            return numbers;
        }
    }

    /// <summary>Returns the numbers of a segment's values by ordinal.</summary>
    public int[] Segment(int segment) => bySegment[segment];
}
