using System.Buffers;

namespace NewsIndex.Evaluation;

/// <summary>Document sets of a segment, and lists of numbers, for the time of one query, in pooled memory.</summary>
/// <param name="length">Words of each set.</param>
internal sealed class BitMemory(int length) : IDisposable
{
    private readonly List<long[]> rented = [];
    private readonly Stack<long[]> free = [];
    private readonly List<int[]> rentedNumbers = [];

    /// <summary>Words of each set.</summary>
    public int Length => length;

    /// <summary>Returns an empty set, valid until it is given back or this object is disposed. The array may be longer.</summary>
    public long[] Rent()
    {
        if (!free.TryPop(out var words))
            rented.Add(words = ArrayPool<long>.Shared.Rent(length));
        words.AsSpan(0, length).Clear();
        return words;
    }

    public void GiveBack(long[] words) => free.Push(words);

    /// <summary>Returns an array of at least some length and of any content, valid until this object is disposed.</summary>
    public int[] RentNumbers(int count)
    {
        var numbers = ArrayPool<int>.Shared.Rent(count);
        rentedNumbers.Add(numbers);
        return numbers;
    }

    public void Dispose()
    {
        foreach (var numbers in rentedNumbers)
            ArrayPool<int>.Shared.Return(numbers);
        rentedNumbers.Clear();
        foreach (var words in rented)
            ArrayPool<long>.Shared.Return(words);
        rented.Clear();
        free.Clear();
    }
}
