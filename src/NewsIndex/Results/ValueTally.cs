using System.Buffers;

namespace NewsIndex.Results;

/// <summary>
/// Counts articles by the numbers of their values. The memory, 8 bytes a value, is borrowed and given back: what is thrown away in such
/// pieces makes the collector look at everything, and every call wait for it.
/// </summary>
internal sealed class ValueTally : IDisposable
{
    private readonly int values;
    private readonly int[] counts;

    /// <summary>By value number: the last counted article plus one.</summary>
    private readonly int[] seen;

    /// <param name="values">Numbers are 0 to one less.</param>
    public ValueTally(int values)
    {
        this.values = values;
        (counts, seen) = (ArrayPool<int>.Shared.Rent(values), ArrayPool<int>.Shared.Rent(values));
        counts.AsSpan(0, values).Clear();
        seen.AsSpan(0, values).Clear();
    }

    /// <summary>The values with a count.</summary>
    public int Distinct { get; private set; }

    /// <summary>In the order of their numbers.</summary>
    public IEnumerable<(int Number, long Articles)> Counted
    {
        get
        {
            for (var number = 0; number < values; number++)
            {
                if (counts[number] > 0)
                    yield return (number, counts[number]);
            }
        }
    }

    /// <summary>Counts values that are one, such as merged entities, once in an article that has both.</summary>
    /// <param name="article">All of an article's values are counted before those of the next.</param>
    public void Count(int number, int article)
    {
        if (seen[number] == article + 1)
            return;
        seen[number] = article + 1;
        if (counts[number]++ == 0)
            Distinct++;
    }

    /// <summary>Adds articles to a value that none of them was counted for.</summary>
    public void Add(int number, int articles)
    {
        if (articles > 0 && counts[number] == 0)
            Distinct++;
        counts[number] += articles;
    }

    /// <summary>The articles counted for a value.</summary>
    public int this[int number] => counts[number];

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(counts);
        ArrayPool<int>.Shared.Return(seen);
    }
}
