using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Global ordinals: numbers the distinct values of all segments of a generation, so that counting compares no values. The numbers of the
/// largest segment stay as they are in it, so that the next generation costs as much as the other segments have values. Takes 4 bytes per
/// value of these segments.
/// </summary>
internal sealed class SharedOrdinals<T>
    where T : notnull
{
    private static readonly PerGeneration<ConditionalWeakTable<object, Dictionary<string, SharedOrdinals<T>>>> Made = new(_ => []);

    private static readonly PerSegment<ConditionalWeakTable<object, Dictionary<string, DistinctValues<T>>>> OfSegment = new(_ => []);

    private static readonly object GenerationAlone = new();

    private readonly DistinctValues<T> largest;

    /// <summary>Values that the largest segment does not have, numbered after its values.</summary>
    private readonly List<T> added = [];
    private readonly int[][] bySegment;
    private readonly bool[] areDistinct;

    private SharedOrdinals(IReadOnlyList<T> first, IReadOnlyList<DistinctValues<T>> segments)
    {
        largest = segments.MaxBy(segment => segment.Values.Count) ?? new DistinctValues<T>(first, []);
        var numbers = new Dictionary<T, int>();
        areDistinct = [.. segments.Select(segment => segment.AreDistinct)];
        bySegment = [.. segments.Select(segment => segment == largest ? segment.Numbers : NumbersOf(segment))];

        int[] NumbersOf(DistinctValues<T> segment)
        {
            var global = segment.Values.Select(NumberOf).ToArray();
            return Array.ConvertAll(segment.Numbers, number => global[number]);
        }

        int NumberOf(T value)
        {
            if (largest.Find(value) is var number and >= 0)
                return number;
            if (numbers.TryAdd(value, Count))
                added.Add(value);
            return numbers[value];
        }
    }

    /// <summary>The number of distinct values.</summary>
    public int Count => largest.Values.Count + added.Count;

    /// <summary>Returns the value of a number.</summary>
    public T this[int number] => number < largest.Values.Count ? largest.Values[number] : added[number - largest.Values.Count];

    /// <param name="under">Further object on which the values depend and with which they are released; null for none.</param>
    /// <param name="first">Values with the first numbers, even if no segment has them.</param>
    /// <param name="segments">Returns the values of a segment by ordinal.</param>
    public static SharedOrdinals<T> Of(
        IndexReader reader, object? under, string name, IReadOnlyList<T> first, Func<AtomicReader, IEnumerable<T>> segments) =>
        Named(Made.Of(reader), under, name, () => new SharedOrdinals<T>(first,
            [.. reader.Leaves.Select(leaf => leaf.AtomicReader).Select(segment =>
                Named(OfSegment.Of(segment), under, name, () => new DistinctValues<T>(first, segments(segment))))]));

    /// <summary>Returns the numbers of a segment's values by ordinal.</summary>
    public int[] Segment(int segment) => bySegment[segment];

    /// <summary>True when no two ordinals of a segment have the same number.</summary>
    public bool AreDistinct(int segment) => areDistinct[segment];

    private static TNamed Named<TNamed>(
        ConditionalWeakTable<object, Dictionary<string, TNamed>> all, object? under, string name, Func<TNamed> make)
    {
        var named = all.GetOrCreateValue(under ?? GenerationAlone);
        lock (named)
        {
            if (!named.TryGetValue(name, out var value))
                named[name] = value = make();
            return value;
        }
    }
}
