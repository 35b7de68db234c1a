using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Global ordinals: numbers the distinct values of all segments of a generation, so that counting compares no values. The numbers of the
/// large segments are shared by all generations with them, and those of the largest are what they are in it alone. Takes 4 bytes per value
/// of the other segments.
/// </summary>
internal sealed class SharedOrdinals<T>
    where T : notnull
{
    private static readonly PerGeneration<ConditionalWeakTable<object, Dictionary<string, SharedOrdinals<T>>>> Made = new(_ => []);

    private static readonly PerLargeSegments<ConditionalWeakTable<object, Dictionary<string, SharedOrdinals<T>>>> OfLarge = new(_ => []);

    private static readonly PerSegment<ConditionalWeakTable<object, Dictionary<string, DistinctValues<T>>>> OfSegment = new(_ => []);

    private static readonly object GenerationAlone = new();

    /// <summary>The ordinals that this adds to; null when it adds to <see cref="largest"/>.</summary>
    private readonly SharedOrdinals<T>? shared;
    private readonly DistinctValues<T> largest;

    /// <summary>Values that <see cref="shared"/> or <see cref="largest"/> does not have, numbered after its values.</summary>
    private readonly List<T> added = [];
    private readonly Dictionary<T, int> numbers = [];
    private readonly IReadOnlyList<(int[] Numbers, bool AreDistinct)> bySegment;

    /// <summary>Numbers the values of large segments.</summary>
    private SharedOrdinals(IReadOnlyList<T> first, IReadOnlyList<DistinctValues<T>> segments)
    {
        largest = segments.MaxBy(segment => segment.Values.Count) ?? new DistinctValues<T>(first, []);
        bySegment = [.. segments.Select(segment => (segment == largest ? segment.Numbers : NumbersOf(segment), segment.AreDistinct))];
    }

    /// <summary>Adds the values of small segments to those of large ones.</summary>
    /// <param name="areLarge">True for each segment that is large.</param>
    private SharedOrdinals(SharedOrdinals<T> large, IEnumerable<DistinctValues<T>> small, IEnumerable<bool> areLarge)
    {
        (shared, largest) = (large, large.largest);
        var ofSmall = new Queue<(int[], bool)>(small.Select(segment => (NumbersOf(segment), segment.AreDistinct)));
        var ofLarge = new Queue<(int[], bool)>(large.bySegment);
        bySegment = [.. areLarge.Select(isLarge => (isLarge ? ofLarge : ofSmall).Dequeue())];
    }

    private int SharedCount => shared?.Count ?? largest.Values.Count;

    /// <summary>The number of distinct values.</summary>
    public int Count => SharedCount + added.Count;

    /// <summary>Returns the value of a number.</summary>
    public T this[int number] =>
        number >= SharedCount ? added[number - SharedCount] : shared is null ? largest.Values[number] : shared[number];

    /// <param name="under">Further object on which the values depend and with which they are released; null for none.</param>
    /// <param name="first">Values with the first numbers, even if no segment has them.</param>
    /// <param name="segments">Returns the values of a segment by ordinal.</param>
    public static SharedOrdinals<T> Of(
        IndexReader reader, object? under, string name, IReadOnlyList<T> first, Func<AtomicReader, IEnumerable<T>> segments)
    {
        return Named(Made.Of(reader), under, name, () =>
        {
            var sizes = SegmentsBySize.Of(reader);
            var large = Named(OfLarge.Of(reader), under, name, () => new SharedOrdinals<T>(first, [.. sizes.Large.Select(Distinct)]));
            var areLarge = reader.Leaves.Select(leaf => sizes.IsLarge(leaf.AtomicReader));
            return new SharedOrdinals<T>(large, sizes.Small.Select(Distinct), areLarge);
        });

        DistinctValues<T> Distinct(AtomicReader segment) =>
            Named(OfSegment.Of(segment), under, name, () => new DistinctValues<T>(first, segments(segment)));
    }

    /// <summary>Returns the numbers of a segment's values by ordinal.</summary>
    public int[] Segment(int segment) => bySegment[segment].Numbers;

    /// <summary>True when no two ordinals of a segment have the same number.</summary>
    public bool AreDistinct(int segment) => bySegment[segment].AreDistinct;

    private int[] NumbersOf(DistinctValues<T> segment)
    {
        var global = segment.Values.Select(NumberOf).ToArray();
        return Array.ConvertAll(segment.Numbers, number => global[number]);
    }

    private int NumberOf(T value)
    {
        if (Find(value) is var number and >= 0)
            return number;
        numbers[value] = Count;
        added.Add(value);
        return Count - 1;
    }

    /// <summary>Returns the number of a value; -1 for a value that has none.</summary>
    private int Find(T value) => (shared?.Find(value) ?? largest.Find(value)) is var number and >= 0
        ? number
        : numbers.GetValueOrDefault(value, -1);

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
