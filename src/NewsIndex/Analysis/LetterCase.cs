using Lucene.Net.Util;

namespace NewsIndex.Analysis;

/// <summary>
/// Which letters of a word are capitals, in the payload of its place: a bit for each UTF-16 code unit, the first in the lowest bit of the
/// first byte. The last byte is not 0, and a word in small letters has none. A capital İ, which is i in small letters as I is, is told from
/// it by a bit behind those of all letters.
/// </summary>
internal static class LetterCase
{
    /// <summary>The payload of a word; null when it has no capital.</summary>
    public static BytesRef? Of(ReadOnlySpan<char> word)
    {
        byte[]? bits = null;
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsUpper(word[i]))
                continue;
            bits ??= new byte[((2 * word.Length) + 7) / 8];
            Set(bits, i);
            if (word[i] == 'İ')
                Set(bits, word.Length + i);
        }

        if (bits is null)
            return null;
        var length = bits.Length;
        while (bits[length - 1] == 0)
            length--;
        return new BytesRef(bits, 0, length);
    }

    private static void Set(byte[] bits, int i) => bits[i / 8] |= (byte)(1 << (i % 8));

    /// <summary>The value that requires a word without capitals.</summary>
    public static BytesRef Small { get; } = new();
}
