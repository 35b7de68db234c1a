using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// One number for each value across the segments of a generation, so that counting looks at no value. Made when a generation first needs it,
/// in time and memory (4 bytes a segment's value) that grow with the values and not with the articles.
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

    /// <summary>By number.</summary>
    public IReadOnlyList<T> Values => values;

    /// <param name="under">What the values depend on beside the generation, null for nothing; the numbers live no longer than it.</param>
    /// <param name="first">Values that get the first numbers, whether a segment has them or not.</param>
    /// <param name="segments">By segment, the value of each of its ordinals.</param>
    public static SharedOrdinals<T> Of(IndexReader reader, object? under, string name, IReadOnlyList<T> first, Func<AtomicReader, IEnumerable<T>> segments)
    {
        var named = Made.Of(reader).GetOrCreateValue(under ?? GenerationAlone);
        lock (named)
        {
            if (!named.TryGetValue(name, out var numbers))
                named[name] = numbers = new SharedOrdinals<T>(first, reader.Leaves.Select(leaf => segments(leaf.AtomicReader)));
            return numbers;
        }
    }

    /// <summary>By ordinal of a segment, the number of its value.</summary>
    public int[] Segment(int segment) => bySegment[segment];
}
