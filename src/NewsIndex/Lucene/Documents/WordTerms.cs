using NewsIndex.Lucene.Segments;
using NewsIndex.Words;

namespace NewsIndex.Lucene.Documents;

/// <summary>
/// The numbers that a segment has given to the terms of known words, so that a word is looked up once and its terms not again.
/// </summary>
internal sealed class WordTerms(SegmentCollector segment)
{
    /// <summary>Number of a word, which is 0 in a free place, and where its terms are. A power of two.</summary>
    private (long Word, int Start)[] places = new (long, int)[1 << 10];
    private int[] cells = new int[1 << 12];

    private int used;
    private int words;

    /// <summary>Memory in bytes.</summary>
    public long Bytes => (2 * sizeof(long) * (long)places.Length) + (sizeof(int) * (long)cells.Length);

    /// <summary>
    /// Terms and payloads of the parts of a word, then terms of its stems, all in the order that the word has them. A payload is its number
    /// and 1; 0 for none. Valid until the next call.
    /// </summary>
    public ReadOnlySpan<int> Of(KnownWord word)
    {
        var length = (2 * word.PartCount) + word.Stems.Length;
        for (var place = (int)word.Number & (places.Length - 1); ; place = (place + 1) & (places.Length - 1))
        {
            var taken = places[place];
            if (taken.Word == word.Number)
                return cells.AsSpan(taken.Start, length);
            if (taken.Word == 0)
                return Add(word, place, length);
        }
    }

    /// <summary>Forgets all words and keeps the memory.</summary>
    public void Clear()
    {
        Array.Clear(places);
        (used, words) = (0, 0);
    }

    private ReadOnlySpan<int> Add(KnownWord word, int place, int length)
    {
        if (cells.Length - used < length)
            Array.Resize(ref cells, Math.Max(2 * cells.Length, used + length));
        var start = used;
        foreach (var part in word.Parts)
        {
            cells[used++] = segment.Terms.Add(word.Bytes.AsSpan(part.Term, part.Length));
            cells[used++] = part.Capitals == 0
                ? 0
                : segment.Payloads.Add(word.Bytes.AsSpan(part.Term + part.Length, part.Capitals)) + 1;
        }

        foreach (var stem in word.Stems)
            cells[used++] = segment.Terms.Add(word.Bytes.AsSpan(stem.Term, stem.Length));
        places[place] = (word.Number, start);
        if (2 * ++words > places.Length)
            Grow();
        return cells.AsSpan(start, length);
    }

    private void Grow()
    {
        var more = new (long Word, int Start)[2 * places.Length];
        foreach (var taken in places)
        {
            if (taken.Word == 0)
                continue;
            var place = (int)taken.Word & (more.Length - 1);
            while (more[place].Word != 0)
                place = (place + 1) & (more.Length - 1);
            more[place] = taken;
        }

        places = more;
    }
}
