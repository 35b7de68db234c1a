namespace NewsIndex.Lucene.Dictionaries;

/// <summary>Goes through the words of two lists in order; a word of both comes once, with the articles of both.</summary>
internal ref struct MergedWords
{
    private readonly WordList one;
    private readonly WordList other;
    private int nextOfOne;
    private int nextOfOther;

    /// <param name="from">In UTF-8; words before it are left out.</param>
    public MergedWords(WordList one, WordList other, ReadOnlySpan<byte> from)
    {
        (this.one, this.other) = (one, other);
        (nextOfOne, nextOfOther) = (one.LowerBound(from), other.LowerBound(from));
    }

    /// <summary>A list that has the current word.</summary>
    public WordList List { get; private set; } = WordList.Empty;

    /// <summary>The number of the current word in <see cref="List"/>.</summary>
    public int Number { get; private set; }

    /// <summary>Articles with the current word in both lists.</summary>
    public int Articles { get; private set; }

    public bool MoveNext()
    {
        if (nextOfOne == one.Count && nextOfOther == other.Count)
            return false;
        var order = nextOfOne == one.Count ? 1
            : nextOfOther == other.Count ? -1
            : one[nextOfOne].SequenceCompareTo(other[nextOfOther]);
        (List, Number) = order <= 0 ? (one, nextOfOne) : (other, nextOfOther);
        Articles = (order <= 0 ? one.Articles(nextOfOne++) : 0) + (order >= 0 ? other.Articles(nextOfOther++) : 0);
        return true;
    }
}
