namespace NewsIndex.Words;

/// <summary>
/// The words that texts had so far, as many as there is room for. Few words make up most of a text, and making one anew takes a hundred
/// times as long as finding it.
/// </summary>
/// <remarks>
/// Shared by all threads without a lock: a place is one reference, and a word never changes. Threads that write the same place at once lose
/// a word, which is then made again.
/// </remarks>
/// <param name="places">A power of two.</param>
internal sealed class KnownWords(int places)
{
    /// <summary>Some 300 bytes each.</summary>
    private const int SharedPlaces = 1 << 16;

    private readonly KnownWord?[] known = new KnownWord?[places];

    public static KnownWords Shared { get; } = new(SharedPlaces);

    /// <summary>What is known of a word; makes it where it is not.</summary>
    /// <param name="text">ASCII, and at least <see cref="WordKey.Width"/> more bytes behind the word.</param>
    public KnownWord Find(ReadOnlySpan<byte> text, int start, int length)
    {
        var key = WordKey.Of(text, start, length);
        var written = text.Slice(start, length);
        var place = (int)key.Hash & (known.Length - 1);
        if (known[place] is { } first && first.Is(key, written))
            return first;
        // Each word has two places, so that a rare one does not drive out a frequent one at once.
        var (other, second) = (place ^ 1, known[place ^ 1]);
        var found = second is not null && second.Is(key, written) ? second : KnownWord.Of(key, written);
        known[other] = known[place];
        known[place] = found;
        return found;
    }
}
