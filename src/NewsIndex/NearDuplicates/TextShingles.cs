using NewsIndex.Analysis;

namespace NewsIndex.NearDuplicates;

/// <summary>Computes the shingles of a text: hashes of all runs of five words.</summary>
public static class TextShingles
{
    /// <summary>Words per shingle.</summary>
    public const int Size = 5;

    /// <summary>
    /// Returns distinct shingles in ascending order; none for a text of fewer than five words. Words are letters and digits without case;
    /// in scripts without spaces, each character is a word.
    /// </summary>
    public static ulong[] Of(string text) => Of(Words(text));

    /// <param name="words">Hashes from <see cref="Words"/>.</param>
    internal static ulong[] Of(List<ulong> words)
    {
        var runs = new ulong[Math.Max(0, words.Count - Size + 1)];
        for (var i = 0; i < runs.Length; i++)
        {
            var hash = 0xCBF29CE484222325UL;
            for (var j = i; j < i + Size; j++)
                hash = Mix(hash ^ words[j]);
            runs[i] = hash;
        }

        Array.Sort(runs);
        return runs[..Distinct(runs)];
    }

    /// <summary>Moves the distinct values of a sorted span to its start.</summary>
    /// <returns>The number of distinct values.</returns>
    private static int Distinct(Span<ulong> sorted)
    {
        var count = 0;
        foreach (var value in sorted)
        {
            if (count == 0 || sorted[count - 1] != value)
                sorted[count++] = value;
        }

        return count;
    }

    /// <summary>Returns the Jaccard similarity of two sets of shingles, 0 to 1; 0 for two empty sets.</summary>
    public static double Resemblance(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        int i = 0, j = 0, both = 0;
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
                (i, j, both) = (i + 1, j + 1, both + 1);
            else if (one[i] < other[j])
                i++;
            else
                j++;
        }

        var all = one.Length + other.Length - both;
        return all == 0 ? 0 : (double)both / all;
    }

    /// <summary>Returns the hashes of the words of a text.</summary>
    internal static List<ulong> Words(string text)
    {
        var words = new List<ulong>(text.Length / 6);
        var hash = 0UL;
        var inWord = false;
        foreach (var c in NormalisedText.Of(text))
        {
            if (IsWholeWord(c))
            {
                if (inWord)
                    words.Add(Mix(hash));
                inWord = false;
                words.Add(Mix(c));
            }
            else if (char.IsLetterOrDigit(c) || c == '_')
            {
                hash = ((inWord ? hash : 0x9E3779B97F4A7C15UL) ^ char.ToLowerInvariant(c)) * 0x100000001B3UL;
                inWord = true;
            }
            else if (inWord)
            {
                words.Add(Mix(hash));
                inWord = false;
            }
        }

        if (inWord)
            words.Add(Mix(hash));
        return words;
    }

    /// <summary>Letters of Thai, Lao, Burmese, Khmer, kana and Han.</summary>
    private static bool IsWholeWord(char c) => char.IsLetter(c) && (c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F')
        or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF') or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFF9F'));

    /// <summary>Finalizer of MurmurHash3: each bit of the input changes half of the output bits on average.</summary>
    /// <remarks>Austin Appleby, public domain.</remarks>
    internal static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}
