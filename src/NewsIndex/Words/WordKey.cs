using System.Buffers.Binary;

namespace NewsIndex.Words;

/// <summary>The first 16 characters of a word and its length, and what tells longer ones apart quickly.</summary>
/// <param name="Low">The first eight characters, the first in the lowest byte.</param>
/// <param name="High">The next eight.</param>
/// <param name="Length">Of the whole word.</param>
internal readonly record struct WordKey(ulong Low, ulong High, int Length)
{
    /// <summary>Characters that a key holds.</summary>
    public const int Width = 16;

    /// <param name="text">Holds at least <see cref="Width"/> more bytes behind the word, whatever they are.</param>
    public static WordKey Of(ReadOnlySpan<byte> text, int start, int length)
    {
        var low = BinaryPrimitives.ReadUInt64LittleEndian(text[start..]);
        if (length < 8)
            return new WordKey(low & Mask(length), 0, length);
        var high = BinaryPrimitives.ReadUInt64LittleEndian(text[(start + 8)..]);
        return new WordKey(low, length < Width ? high & Mask(length - 8) : high, length);
    }

    /// <summary>Words of more than <see cref="Width"/> characters with the same beginning and length have the same.</summary>
    public uint Hash
    {
        get
        {
            var mixed = Low ^ ulong.RotateLeft(High * 0x9E3779B97F4A7C15, 29) ^ (uint)Length;
            // A product says nothing of the highest bytes in its middle.
            return (uint)(((mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93) >> 32);
        }
    }

    private static ulong Mask(int bytes) => (1UL << (8 * bytes)) - 1;
}
