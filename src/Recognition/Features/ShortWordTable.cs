using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Recognition.Features;

/// <summary>
/// A hash table of words whose characters fit into one number, which most do. Looking one up touches one place of memory, where a
/// dictionary of strings touches three. Not thread-safe.
/// </summary>
internal sealed class ShortWordTable<T>
    where T : class
{
    /// <summary>Maximum number of characters of a word, all of them ASCII.</summary>
    public const int MaxLength = sizeof(ulong);

    private readonly Slot[] slots;

    /// <param name="capacity">Maximum number of words.</param>
    public ShortWordTable(int capacity) => slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)capacity * 3 / 2)];

    public int Count { get; private set; }

    /// <summary>Returns the characters of a word as one number; 0 for a word that this table cannot hold.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxLength)
            return 0;
        ulong key = 0;
        foreach (var c in word)
        {
            // NUL at the start would be lost.
            if (c is '\0' or > '\x7F')
                return 0;
            key = (key << 8) | c;
        }

        return key;
    }

    /// <param name="key">From <see cref="KeyOf"/>, not 0.</param>
    public bool TryGet(ulong key, [NotNullWhen(true)] out T? value)
    {
        value = slots[Find(key)].Value;
        return value is not null;
    }

    /// <summary>Adds a word that the table does not have.</summary>
    /// <param name="key">From <see cref="KeyOf"/>, not 0.</param>
    public void Add(ulong key, T value)
    {
        slots[Find(key)] = new Slot(key, value);
        Count++;
    }

    public void Clear()
    {
        Array.Clear(slots);
        Count = 0;
    }

    /// <summary>Returns the slot of a word, or the empty one where it belongs.</summary>
    private int Find(ulong key)
    {
        var mask = slots.Length - 1;
        var at = (int)((key * 0x9E3779B97F4A7C15) >> 32) & mask;
        while (slots[at].Key != key && slots[at].Key != 0)
            at = (at + 1) & mask;
        return at;
    }

    private readonly record struct Slot(ulong Key, T Value);
}
