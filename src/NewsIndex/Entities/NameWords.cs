using System.Numerics;
using NewsIndex.Analysis;

namespace NewsIndex.Entities;

/// <summary>The words of names, sorted by the suffix of the name that starts there. Takes 24 bytes per word.</summary>
internal sealed class NameWords
{
    public static readonly NameWords Empty = new([]);

    private readonly Word[] words;

    private NameWords(Word[] words) => this.words = words;

    /// <param name="names">A name is given by its place among them.</param>
    public static NameWords Of(IReadOnlyList<WrittenName> names)
    {
        Word[] words = [.. names.SelectMany((name, place) =>
            EntityDictionary.WordStarts(name.Said).Select(offset => new Word(name.Said, offset, place)))];
        Array.Sort(words, (a, b) => a.Suffix.SequenceCompareTo(b.Suffix) is var order and not 0 ? order : a.Place.CompareTo(b.Place));
        return new NameWords(words);
    }

    /// <summary>Returns the words of some of the names at other places.</summary>
    /// <param name="places">The new place of each name; less than 0 for a name that is left out.</param>
    public NameWords MovedTo(int[] places) =>
        new([.. words.Where(word => places[word.Place] >= 0).Select(word => word.MovedTo(places[word.Place]))]);

    /// <summary>Returns the words of both. Linear in their number.</summary>
    public NameWords Plus(NameWords other)
    {
        if (words.Length == 0 || other.words.Length == 0)
            return words.Length == 0 ? other : this;
        var all = new Word[words.Length + other.words.Length];
        for (int i = 0, mine = 0, its = 0; i < all.Length; i++)
        {
            var isMine = its == other.words.Length
                || (mine < words.Length && words[mine].Suffix.SequenceCompareTo(other.words[its].Suffix) <= 0);
            all[i] = isMine ? words[mine++] : other.words[its++];
        }

        return new NameWords(all);
    }

    public int Count => words.Length;

    /// <summary>Returns the place of the name that a word belongs to.</summary>
    public int PlaceOf(int word) => words[word].Place;

    /// <summary>False when the suffix of the name that starts at the word does not have the prefix.</summary>
    public bool HasPrefix(int word, string prefix) => words[word].Suffix.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>Places of names with a suffix, from any word on, within an edit distance.</summary>
    /// <param name="typed">At least one character.</param>
    public IEnumerable<int> Like(string typed, int maxEdits)
    {
        var letters = LettersOf(typed);
        var end = LowerBound(((char)(typed[0] + 1)).ToString());
        for (var i = LowerBound(typed[..1]); i < end; i++)
        {
            // An edit changes the length by one at most, and the set of letters by two.
            if (Math.Abs(words[i].Length - typed.Length) <= maxEdits
                && BitOperations.PopCount(words[i].Letters ^ letters) <= 2 * maxEdits
                && EditDistance.IsWithin(words[i].Suffix, typed, maxEdits))
                yield return words[i].Place;
        }
    }

    /// <summary>Returns the number of the first word that is not before a text.</summary>
    public int LowerBound(string text)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].Suffix.SequenceCompareTo(text) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The set of letters, a bit each; some letters share a bit.</summary>
    private static uint LettersOf(ReadOnlySpan<char> text)
    {
        var letters = 0u;
        foreach (var c in text)
            letters |= 1u << (c & 31);
        return letters;
    }

    /// <summary>A word of a name, with the suffix that starts there.</summary>
    private readonly struct Word
    {
        private readonly string said;
        private readonly int offset;

        public Word(string said, int offset, int place) =>
            (this.said, this.offset, Place, Length, Letters) =
                (said, offset, place, said.Length - offset, LettersOf(said.AsSpan(offset)));

        private Word(Word word, int place) =>
            (said, offset, Place, Length, Letters) = (word.said, word.offset, place, word.Length, word.Letters);

        /// <summary>The place of the name.</summary>
        public int Place { get; }

        /// <summary>Characters of <see cref="Suffix"/>.</summary>
        public int Length { get; }

        /// <summary>Letters of <see cref="Suffix"/>: see <see cref="LettersOf"/>.</summary>
        public uint Letters { get; }

        public ReadOnlySpan<char> Suffix => said.AsSpan(offset);

        public Word MovedTo(int place) => new(this, place);
    }
}
