namespace NewsIndex.Analysis;

/// <summary>
/// The capitals of a word: a bit for each UTF-16 code unit, the first in the lowest bit of the first byte. The last byte is not 0, and a
/// word in lower case has no bytes. A capital İ, which becomes i like I, has a second bit after those of all letters.
/// </summary>
internal static class LetterCase
{
    /// <summary>Null if no letter is a capital.</summary>
    public static byte[]? Of(ReadOnlySpan<char> word)
    {
        var last = -1;
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]))
                last = Math.Max(last, word[i] == 'İ' ? word.Length + i : i);
        }

        if (last < 0)
            return null;
        var bits = new byte[(last / 8) + 1];
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsUpper(word[i]))
                continue;
            Set(bits, i);
            if (word[i] == 'İ')
                Set(bits, word.Length + i);
        }

        return bits;
    }

    private static void Set(byte[] bits, int i) => bits[i / 8] |= (byte)(1 << (i % 8));

    /// <summary>The casing that requires lower case.</summary>
    public static byte[] Small { get; } = [];
}
