namespace NewsIndex.Results;

/// <summary>The distinct values of a part of an index, numbered as they come. Takes 4 bytes per ordinal.</summary>
internal sealed class DistinctValues<T>
    where T : notnull
{
    private Dictionary<T, int>? numbers;

    /// <param name="first">Values with the first numbers, even if the part does not have them.</param>
    /// <param name="byOrdinal">One value may come several times.</param>
    public DistinctValues(IEnumerable<T> first, IEnumerable<T> byOrdinal)
    {
        var (found, values) = (new Dictionary<T, int>(), new List<T>());
        foreach (var value in first)
            NumberOf(value);
        Numbers = [.. byOrdinal.Select(NumberOf)];
        Values = values;
        AreDistinct = Numbers.Distinct().Count() == Numbers.Length;

        int NumberOf(T value)
        {
            if (found.TryAdd(value, values.Count))
                values.Add(value);
            return found[value];
        }
    }

    /// <summary>Values by number.</summary>
    public IReadOnlyList<T> Values { get; }

    /// <summary>Numbers by ordinal.</summary>
    public int[] Numbers { get; }

    /// <summary>True when no two ordinals have the same number.</summary>
    public bool AreDistinct { get; }

    /// <summary>
    /// Returns the number of a value; -1 when the part does not have it. The first call makes a table, since only the largest of several
    /// parts needs one.
    /// </summary>
    public int Find(T value)
    {
        numbers ??= Values.Select((each, number) => KeyValuePair.Create(each, number)).ToDictionary();
        return numbers.GetValueOrDefault(value, -1);
    }
}
