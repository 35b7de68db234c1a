using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>
/// Finds the words of a segment within an edit distance of a word, as <see cref="Analysis.EditDistance"/> counts edits, in code points.
/// Walks the letters that follow each beginning of the word, and looks up what is left once all edits are used: how many words there are
/// hardly matters. Takes 6 to 11 bytes per word besides the list.
/// </summary>
internal sealed class NearWords
{
    private const int MaxEdits = 2;

    /// <summary>Longest word, in bytes of UTF-8, for which all words near it are in the list.</summary>
    private const int MaxLength = WordDictionary.MaxLength - (MaxEdits * MaxBytesOfLetter);

    private const int MaxBytesOfLetter = 4;
    private const int WordsOfGroup = 64;

    private static readonly PerScope<NearWords> Made = new(segment => new NearWords(WordDictionary.WordsOf(segment)));

    private readonly WordList words;

    /// <summary>By word: how many bytes it shares with the word before it.</summary>
    private readonly byte[] shared;

    /// <summary>The least of <see cref="shared"/> in each group of words.</summary>
    private readonly byte[] leastShared;

    /// <summary>Hash table of word numbers plus one; 0 is a free slot.</summary>
    private readonly int[] slots;

    /// <summary>By slot: bits of the hash of its word, so that few other words are compared.</summary>
    private readonly byte[] tags;

    /// <param name="words">None is longer than <see cref="WordDictionary.MaxLength"/>.</param>
    public NearWords(WordList words)
    {
        this.words = words;
        shared = new byte[words.Count];
        leastShared = new byte[(words.Count / WordsOfGroup) + 1];
        Array.Fill(leastShared, byte.MaxValue);
        slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(words.Count + (words.Count / 2) + 1))];
        tags = new byte[slots.Length];
        for (var number = 0; number < words.Count; number++)
        {
            if (number > 0)
                shared[number] = (byte)words[number].CommonPrefixLength(words[number - 1]);
            ref var least = ref leastShared[number / WordsOfGroup];
            least = Math.Min(least, shared[number]);
            var slot = SlotOf(words[number], out var tag);
            (slots[slot], tags[slot]) = (number + 1, tag);
        }
    }

    public static NearWords Of(AtomicReader segment) => Made.Of(segment);

    /// <summary>Returns true if words near a word are found here: it is not empty nor too long, and edits are 1 or 2.</summary>
    public static bool CanFind(string word, int edits) =>
        edits is > 0 and <= MaxEdits && word.Length > 0 && Encoding.UTF8.GetByteCount(word) <= MaxLength;

    /// <summary>Returns words with their distances, in no order; none that shares no letter with the word.</summary>
    /// <exception cref="ArgumentException">The word or the edits are not those of <see cref="CanFind"/>.</exception>
    public IEnumerable<(BytesRef Word, int Edits)> Of(string word, int edits)
    {
        if (!CanFind(word, edits))
            throw new ArgumentException($"{edits} edits of {word} are invalid; expected 1 or 2 of 1 to {MaxLength} bytes", nameof(word));
        var typed = Encoding.UTF8.GetBytes(word);
        var found = new Dictionary<int, int>();
        Span<int> starts = stackalloc int[typed.Length + 1];
        var letters = LettersOf(typed, starts);
        Span<byte> path = stackalloc byte[2 * WordDictionary.MaxLength];
        new Walk(this, typed, starts[..(letters + 1)], path, found, edits).Follow(0, 0, words.Count, 0, edits);
        return found.Where(each => each.Value < Math.Min(letters, LengthOf(words[each.Key])) || each.Value == 0)
            .Select(each => (new BytesRef(words[each.Key].ToArray()), each.Value));
    }

    private static int LettersOf(ReadOnlySpan<byte> word, Span<int> starts)
    {
        var letters = 0;
        for (var at = 0; at < word.Length; at += BytesOfLetter(word[at]))
            starts[letters++] = at;
        starts[letters] = word.Length;
        return letters;
    }

    private static int LengthOf(ReadOnlySpan<byte> word)
    {
        var letters = 0;
        for (var at = 0; at < word.Length; at += BytesOfLetter(word[at]))
            letters++;
        return letters;
    }

    private static int BytesOfLetter(byte first) => first switch { < 0xC0 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };

    /// <summary>
    /// Returns the first word, from one on and before another, that shares less with the word before it; the other for none.
    /// </summary>
    private int NextSharingLess(int from, int end, int length)
    {
        var groupEnd = Math.Min(end, (from / WordsOfGroup * WordsOfGroup) + WordsOfGroup);
        if (IndexOfLess(shared.AsSpan(from, groupEnd - from), length) is var near and >= 0)
            return from + near;
        if (groupEnd == end)
            return end;
        var group = groupEnd / WordsOfGroup;
        var lastGroup = (end - 1) / WordsOfGroup;
        if (IndexOfLess(leastShared.AsSpan(group, lastGroup - group + 1), length) is not (var far and >= 0))
            return end;
        var start = (group + far) * WordsOfGroup;
        return IndexOfLess(shared.AsSpan(start, Math.Min(end, start + WordsOfGroup) - start), length) is var at and >= 0 ? start + at : end;
    }

    private static int IndexOfLess(ReadOnlySpan<byte> values, int than) => values.IndexOfAnyInRange((byte)0, (byte)(than - 1));

    /// <summary>Returns the number of a word; -1 when the segment does not have it.</summary>
    private int Find(ReadOnlySpan<byte> word) => slots[SlotOf(word, out _)] - 1;

    /// <summary>Returns the slot of a word, or a free one.</summary>
    private int SlotOf(ReadOnlySpan<byte> word, out byte tag)
    {
        var hash = HashOf(word);
        tag = (byte)((hash >> 56) | 1);
        var slot = (int)(hash & (ulong)(slots.Length - 1));
        while (slots[slot] != 0 && (tags[slot] != tag || !words[slots[slot] - 1].SequenceEqual(word)))
            slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private static ulong HashOf(ReadOnlySpan<byte> word)
    {
        var hash = (ulong)word.Length;
        for (; word.Length >= sizeof(ulong); word = word[sizeof(ulong)..])
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(word));
        var rest = 0UL;
        foreach (var letter in word)
            rest = (rest << 8) | letter;
        return Mix(hash ^ rest);
    }

    private static ulong Mix(ulong value)
    {
        value *= 0x9E3779B97F4A7C15;
        return value ^ (value >> 32);
    }

    /// <param name="typed">The word.</param>
    /// <param name="starts">Offsets of its letters, and its end.</param>
    /// <param name="path">The beginning of the words at which the walk is.</param>
    /// <param name="found">Least edits by word number.</param>
    private readonly ref struct Walk(
        NearWords near, ReadOnlySpan<byte> typed, ReadOnlySpan<int> starts, Span<byte> path, Dictionary<int, int> found, int edits)
    {
        private readonly WordList words = near.words;
        private readonly ReadOnlySpan<byte> typed = typed;
        private readonly ReadOnlySpan<int> starts = starts;
        private readonly Span<byte> path = path;

        /// <summary>Follows the typed letters as far as words have them, and leaves them by one edit at each place.</summary>
        /// <param name="depth">Bytes of the path.</param>
        /// <param name="low">First word that begins with the path.</param>
        /// <param name="high">Behind the last such word.</param>
        /// <param name="at">Number of the typed letter that follows.</param>
        /// <param name="left">Edits that are left, 1 or more.</param>
        public void Follow(int depth, int low, int high, int at, int left)
        {
            var letters = starts.Length - 1;
            while (low < high)
            {
                if (at == letters && words[low].Length == depth)
                    Add(low, left);
                if (at < letters)
                    Edited(depth, low, high, at + 1, left - 1);
                var next = Branch(depth, low, high, at, left);
                if (at == letters)
                    return;
                Letter(at).CopyTo(path[depth..]);
                depth += Letter(at).Length;
                (low, high) = next;
                at++;
            }
        }

        /// <summary>Takes each letter that follows the path for an edit.</summary>
        /// <returns>The words in which the typed letter follows.</returns>
        private (int Low, int High) Branch(int depth, int low, int high, int at, int left)
        {
            var letters = starts.Length - 1;
            var typedNext = (0, 0);
            for (var first = words[low].Length == depth ? low + 1 : low; first < high;)
            {
                var length = BytesOfLetter(words[first][depth]);
                var letter = words[first].Slice(depth, length);
                var end = near.NextSharingLess(first + 1, high, depth + length);
                letter.CopyTo(path[depth..]);
                // The letter stands before the typed one, in its place, or is the one after it.
                Edited(depth + length, first, end, at, left - 1);
                if (at < letters && letter.SequenceEqual(Letter(at)))
                {
                    typedNext = (first, end);
                }
                else if (at < letters)
                {
                    letter.CopyTo(path[depth..]);
                    Edited(depth + length, first, end, at + 1, left - 1);
                    if (at + 1 < letters && letter.SequenceEqual(Letter(at + 1)))
                    {
                        letter.CopyTo(path[depth..]);
                        Letter(at).CopyTo(path[(depth + length)..]);
                        var swapped = depth + length + Letter(at).Length;
                        var (from, to) = Narrow(swapped, first, end);
                        Edited(swapped, from, to, at + 2, left - 1);
                    }
                }

                first = end;
            }

            return typedNext;
        }

        private void Edited(int depth, int low, int high, int at, int left)
        {
            if (low == high)
                return;
            if (left > 0)
            {
                Follow(depth, low, high, at, left);
                return;
            }

            var rest = typed[starts[at]..];
            if (depth + rest.Length > WordDictionary.MaxLength)
                return;
            rest.CopyTo(path[depth..]);
            if (near.Find(path[..(depth + rest.Length)]) is var number and >= 0)
                Add(number, 0);
        }

        private void Add(int number, int left)
        {
            if (!found.TryGetValue(number, out var known) || edits - left < known)
                found[number] = edits - left;
        }

        /// <summary>Returns which of some words begin with the path.</summary>
        private (int Low, int High) Narrow(int depth, int low, int high)
        {
            var (first, end) = (low, high);
            while (first < end)
            {
                var middle = (first + end) / 2;
                if (words[middle].SequenceCompareTo(path[..depth]) < 0)
                    first = middle + 1;
                else
                    end = middle;
            }

            return first < high && words[first].StartsWith(path[..depth])
                ? (first, near.NextSharingLess(first + 1, high, depth))
                : (first, first);
        }

        private ReadOnlySpan<byte> Letter(int number) => typed[starts[number]..starts[number + 1]];
    }
}
