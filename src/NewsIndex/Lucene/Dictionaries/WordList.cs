using Lucene.Net.Index;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>Words in the order of their UTF-8 bytes, each with a number of articles. Takes 8 bytes per word and its letters.</summary>
internal sealed class WordList
{
    public static readonly WordList Empty = new([], [0], []);

    private readonly byte[] letters;

    /// <summary>Offsets in <see cref="letters"/>, with one more entry for the end of the last word.</summary>
    private readonly int[] starts;
    private readonly int[] articles;

    private WordList(byte[] letters, int[] starts, int[] articles) =>
        (this.letters, this.starts, this.articles) = (letters, starts, articles);

    public int Count => articles.Length;

    /// <summary>Reads the words of a field.</summary>
    /// <param name="maxLength">In bytes; longer words are left out.</param>
    public static WordList Read(Terms? terms, int maxLength)
    {
        var list = new Builder((int)Math.Max(0, terms?.Count ?? 0));
        var words = terms?.GetEnumerator();
        while (words?.MoveNext() == true)
        {
            if (words.Term.Length <= maxLength)
                list.Add(words.Term.Bytes.AsSpan(words.Term.Offset, words.Term.Length), words.DocFreq);
        }

        return list.Build();
    }

    /// <summary>Returns the words of both lists; the articles of common words are added.</summary>
    public WordList Plus(WordList other)
    {
        if (Count == 0 || other.Count == 0)
            return Count == 0 ? other : this;
        var list = new Builder(Count + other.Count);
        for (var words = new MergedWords(this, other, []); words.MoveNext();)
            list.Add(words.List[words.Number], words.Articles);
        return list.Build();
    }

    public ReadOnlySpan<byte> this[int number] => letters.AsSpan(starts[number], starts[number + 1] - starts[number]);

    public int Articles(int number) => articles[number];

    /// <summary>Returns the number of articles that have a word; 0 for words that are not here.</summary>
    /// <param name="word">In UTF-8.</param>
    public int ArticlesWith(ReadOnlySpan<byte> word) =>
        LowerBound(word) is var number && number < Count && this[number].SequenceEqual(word) ? articles[number] : 0;

    /// <summary>Returns the number of the first word that is not before another.</summary>
    /// <param name="word">In UTF-8.</param>
    public int LowerBound(ReadOnlySpan<byte> word)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].SequenceCompareTo(word) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <param name="capacity">Expected words.</param>
    private sealed class Builder(int capacity)
    {
        private const int ExpectedLength = 8;

        private byte[] letters = new byte[capacity * ExpectedLength];
        private int[] starts = new int[capacity + 1];
        private int[] articles = new int[capacity];
        private int count;

        public void Add(ReadOnlySpan<byte> word, int number)
        {
            if (count == articles.Length)
            {
                Array.Resize(ref articles, Math.Max(16, count * 2));
                Array.Resize(ref starts, articles.Length + 1);
            }

            var end = starts[count] + word.Length;
            if (end > letters.Length)
                Array.Resize(ref letters, Math.Max(end, letters.Length * 2));
            word.CopyTo(letters.AsSpan(starts[count]));
            articles[count++] = number;
            starts[count] = end;
        }

        public WordList Build()
        {
            Array.Resize(ref letters, starts[count]);
            Array.Resize(ref starts, count + 1);
            Array.Resize(ref articles, count);
            return new WordList(letters, starts, articles);
        }
    }
}
