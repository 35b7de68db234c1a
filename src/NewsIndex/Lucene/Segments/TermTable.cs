using System.Buffers.Binary;
using Lucene.Net.Util;
using NewsIndex.BitPacking;

namespace NewsIndex.Lucene.Segments;

/// <summary>Gives terms numbers from 0, in the order in which they come.</summary>
internal sealed class TermTable
{
    private byte[] bytes = new byte[1 << 12];
    private int[] starts = new int[1 << 8];

    /// <summary>
    /// Hash in the upper half, number and 1 in the lower; 0 for a free place. A power of two, at most half of them taken.
    /// </summary>
    private ulong[] places = new ulong[1 << 9];

    public int Count { get; private set; }

    /// <summary>Memory of the table, in bytes.</summary>
    public long Bytes => bytes.Length + (sizeof(int) * (long)starts.Length) + (sizeof(ulong) * (long)places.Length);

    public ReadOnlySpan<byte> this[int number] => bytes.AsSpan(starts[number], starts[number + 1] - starts[number]);

    /// <summary>Returns the number of a term; gives it the next one if it is new.</summary>
    public int Add(ReadOnlySpan<byte> term)
    {
        var hash = HashOf(term);
        for (var place = (int)hash & (places.Length - 1); ; place = (place + 1) & (places.Length - 1))
        {
            var taken = places[place];
            if (taken == 0)
                return AddNew(term, hash, place);
            var number = (int)(uint)taken - 1;
            if ((uint)(taken >> 32) == hash && this[number].SequenceEqual(term))
                return number;
        }
    }

    /// <summary>Refers to a term without a copy.</summary>
    public void Get(int number, BytesRef target) =>
        (target.Bytes, target.Offset, target.Length) = (bytes, starts[number], starts[number + 1] - starts[number]);

    /// <summary>Returns the numbers in the order of the terms, byte by byte.</summary>
    public int[] InOrder()
    {
        var (heads, order) = (new ulong[Count], new int[Count]);
        for (var number = 0; number < Count; number++)
            (heads[number], order[number]) = (TermHead.Of(this[number]), number);
        Array.Sort(heads, order);
        for (var (start, end) = (0, 0); start < order.Length; start = end)
        {
            while (end < order.Length && heads[end] == heads[start])
                end++;
            if (end - start > 1)
                order.AsSpan(start, end - start).Sort((one, other) => this[one].SequenceCompareTo(this[other]));
        }

        return order;
    }

    /// <summary>Forgets all terms and keeps the memory.</summary>
    public void Clear()
    {
        Array.Clear(places);
        Count = 0;
    }

    private int AddNew(ReadOnlySpan<byte> term, uint hash, int place)
    {
        var start = starts[Count];
        if (bytes.Length - start < term.Length)
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, checked(start + term.Length)));
        if (starts.Length < Count + 2)
            Array.Resize(ref starts, 2 * starts.Length);
        term.CopyTo(bytes.AsSpan(start));
        starts[++Count] = start + term.Length;
        places[place] = ((ulong)hash << 32) | (uint)Count;
        if (2 * Count > places.Length)
            Grow();
        return Count - 1;
    }

    private void Grow()
    {
        var more = new ulong[2 * places.Length];
        foreach (var taken in places)
        {
            if (taken == 0)
                continue;
            var place = (int)(uint)(taken >> 32) & (more.Length - 1);
            while (more[place] != 0)
                place = (place + 1) & (more.Length - 1);
            more[place] = taken;
        }

        places = more;
    }

    private static uint HashOf(ReadOnlySpan<byte> term)
    {
        var hash = (ulong)term.Length;
        for (; term.Length >= sizeof(ulong); term = term[sizeof(ulong)..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term));
        ulong rest = 0;
        foreach (var b in term)
            rest = (rest << 8) | b;
        return (uint)(Mix(hash ^ rest) >> 32);
    }

    private static ulong Mix(ulong hash)
    {
        hash *= 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}
