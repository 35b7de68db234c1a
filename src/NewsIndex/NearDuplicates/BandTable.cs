namespace NewsIndex.NearDuplicates;

/// <summary>
/// Finds the texts that share a band with a new one. A hash table with chains, about 160 bytes per text: one entry per band with its value
/// and its predecessor in the chain.
/// </summary>
internal sealed class BandTable
{
    /// <summary>Maximum texts per band to return; a band with more is boilerplate.</summary>
    private const int MaxTextsOfBand = 64;

    private const int EntriesPerPage = 1 << 16;

    /// <summary>Maximum average chain length; shorter chains cost more memory than they save time.</summary>
    private const int MaxEntriesPerChain = 2;

    /// <summary>Last entry of each chain plus 1, or 0, by hash; a chain may have entries of other bands.</summary>
    private int[] heads = new int[1 << 12];

    /// <summary>Pages of entries, so that growing copies nothing.</summary>
    private readonly List<Entry[]> pages = [];
    private int count;

    /// <summary>Adds a text under the caller's number.</summary>
    public void Add(int text, ReadOnlySpan<uint> bands)
    {
        for (var band = 0; band < bands.Length; band++)
        {
            if (count >= heads.Length * MaxEntriesPerChain)
                Grow();
            if (count == pages.Count * EntriesPerPage)
                pages.Add(new Entry[EntriesPerPage]);
            ref var head = ref heads[Slot(band, bands[band])];
            pages[count / EntriesPerPage][count % EntriesPerPage] = new Entry(text, (byte)band, bands[band], head);
            head = ++count;
        }
    }

    /// <summary>Returns the texts that share a band, oldest first; for a band of many texts, the latest ones.</summary>
    /// <remarks>
    /// Waiting for memory is most of the time, so all chains are asked for before the first is followed: a processor waits for them
    /// together.
    /// </remarks>
    public IReadOnlyList<int> Sharing(ReadOnlySpan<uint> bands)
    {
        Span<int> last = stackalloc int[bands.Length];
        for (var band = 0; band < bands.Length; band++)
            last[band] = heads[Slot(band, bands[band])];
        List<int>? texts = null;
        for (var band = 0; band < bands.Length; band++)
        {
            var length = 0;
            for (var at = last[band]; at > 0 && length < MaxTextsOfBand;)
            {
                ref readonly var entry = ref pages[(at - 1) / EntriesPerPage][(at - 1) % EntriesPerPage];
                at = entry.Before;
                if (entry.Band != band || entry.Value != bands[band])
                    continue;
                (texts ??= []).Add(entry.Text);
                length++;
            }
        }

        return texts is null ? [] : InOrderOnce(texts);
    }

    private static List<int> InOrderOnce(List<int> texts)
    {
        texts.Sort();
        var kept = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            if (kept == 0 || texts[kept - 1] != texts[i])
                texts[kept++] = texts[i];
        }

        texts.RemoveRange(kept, texts.Count - kept);
        return texts;
    }

    private void Grow()
    {
        heads = new int[heads.Length * 2];
        for (var i = 0; i < count; i++)
        {
            ref var entry = ref pages[i / EntriesPerPage][i % EntriesPerPage];
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

    /// <param name="Before">Previous entry of the chain plus 1, or 0.</param>
    private readonly record struct Entry(int Text, byte Band, uint Value, int Before);
}
