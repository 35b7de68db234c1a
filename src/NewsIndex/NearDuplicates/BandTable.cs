namespace NewsIndex.NearDuplicates;

/// <summary>
/// Finds the texts that share a band with a new one. About 160 bytes a text: an entry a band with its value and the entry before it in the
/// same chain, and a table of where chains begin.
/// </summary>
internal sealed class BandTable
{
    /// <summary>A band that so many texts share is boilerplate, and says nothing.</summary>
    private const int LongestChain = 64;

    private const int EntriesAPage = 1 << 16;

    /// <summary>On average, at most: fewer would take more memory than they save time.</summary>
    private const int EntriesAChain = 2;

    /// <summary>By hash, the last entry of a chain plus 1, or 0: entries of other bands may be in it too.</summary>
    private int[] heads = new int[1 << 12];

    /// <summary>In pages, so that growing copies nothing.</summary>
    private readonly List<Entry[]> pages = [];
    private int count;

    /// <summary>Adds a text under a number of the caller's.</summary>
    public void Add(int text, ReadOnlySpan<uint> bands)
    {
        for (var band = 0; band < bands.Length; band++)
        {
            if (count >= heads.Length * EntriesAChain)
                Grow();
            if (count == pages.Count * EntriesAPage)
                pages.Add(new Entry[EntriesAPage]);
            ref var head = ref heads[Slot(band, bands[band])];
            pages[count / EntriesAPage][count % EntriesAPage] = new Entry(text, (byte)band, bands[band], head);
            head = ++count;
        }
    }

    /// <summary>The texts that share a band, the earliest added first; of a band that many share, the latest.</summary>
    public SortedSet<int> Sharing(ReadOnlySpan<uint> bands)
    {
        var texts = new SortedSet<int>();
        for (var band = 0; band < bands.Length; band++)
        {
            var length = 0;
            for (var at = heads[Slot(band, bands[band])]; at > 0 && length < LongestChain;)
            {
                var entry = pages[(at - 1) / EntriesAPage][(at - 1) % EntriesAPage];
                at = entry.Before;
                if (entry.Band != band || entry.Value != bands[band])
                    continue;
                texts.Add(entry.Text);
                length++;
            }
        }

        return texts;
    }

    private void Grow()
    {
        heads = new int[heads.Length * 2];
        for (var i = 0; i < count; i++)
        {
            ref var entry = ref pages[i / EntriesAPage][i % EntriesAPage];
            ref var head = ref heads[Slot(entry.Band, entry.Value)];
            entry = entry with { Before = head };
            head = i + 1;
        }
    }

    private int Slot(int band, uint value)
    {
        var hash = ((ulong)band << 32 | value) * 0x9E3779B97F4A7C15;
        return (int)(hash >> 32) & (heads.Length - 1);
    }

    /// <param name="Before">The entry before in the chain plus 1, or 0.</param>
    private readonly record struct Entry(int Text, byte Band, uint Value, int Before);
}
