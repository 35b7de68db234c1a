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
    private const int SharedPlaces = 1 << 17;

    private readonly KnownWord?[] known = new KnownWord?[places];

    public static KnownWords Shared { get; } = new(SharedPlaces);

    /// <summary>What is known of the words of a text; makes those that are not known.</summary>
    /// <param name="text">ASCII, and at least <see cref="WordKey.Width"/> more bytes behind the last word.</param>
    /// <param name="cuts">Where the words are.</param>
    /// <param name="found">As many as words.</param>
    /// <remarks>
    /// Waiting for memory is most of the time, so all words are asked for before the first is looked at: a processor waits for ten places
    /// as long as for one.
    /// </remarks>
    public void Find(ReadOnlySpan<byte> text, ReadOnlySpan<WordCut> cuts, Span<KnownWord?> found)
    {
        for (var i = 0; i < cuts.Length; i++)
            found[i] = known[PlaceOf(cuts[i].Key)];
        for (var i = 0; i < cuts.Length; i++)
        {
            var written = text.Slice(cuts[i].Start, cuts[i].Key.Length);
            if (found[i]?.Is(cuts[i].Key, written) != true)
                found[i] = Find(cuts[i].Key, written);
        }
    }

    /// <summary>What is known of one word of a text, made if it was not known.</summary>
    /// <param name="text">As in <see cref="Find(ReadOnlySpan{byte}, ReadOnlySpan{WordCut}, Span{KnownWord?})"/>.</param>
    public KnownWord Find(ReadOnlySpan<byte> text, int start, int length) =>
        Find(WordKey.Of(text, start, length), text.Slice(start, length));

    private int PlaceOf(WordKey key) => (int)key.Hash & (known.Length - 1);

    private KnownWord Find(WordKey key, ReadOnlySpan<byte> written)
    {
        var place = PlaceOf(key);
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
