using System.Runtime.InteropServices;

namespace NewsIndex.Copies;

/// <summary>Finds the texts that share a band with a new one. About 450 bytes a text, most of them the hash table; several texts may share one band.</summary>
internal sealed class BandTable
{
    /// <summary>A band that so many texts share is boilerplate, and says nothing.</summary>
    private const int LongestChain = 64;

    private readonly Dictionary<ulong, int> first = [];

    /// <summary>Chains through texts of one band: for each entry, its text and the entry before.</summary>
    private readonly List<(int Text, int Before)> entries = [];

    /// <summary>Adds a text under a number of the caller's.</summary>
    public void Add(int text, ReadOnlySpan<uint> bands)
    {
        for (var band = 0; band < bands.Length; band++)
        {
            ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(first, Key(band, bands[band]), out var exists);
            entries.Add((text, exists ? head : -1));
            head = entries.Count - 1;
        }
    }

    /// <summary>The texts that share a band, the earliest added first.</summary>
    public SortedSet<int> Sharing(ReadOnlySpan<uint> bands)
    {
        var texts = new SortedSet<int>();
        for (var band = 0; band < bands.Length; band++)
        {
            var entry = first.TryGetValue(Key(band, bands[band]), out var head) ? head : -1;
            for (var length = 0; entry >= 0 && length < LongestChain; length++)
            {
                texts.Add(entries[entry].Text);
                entry = entries[entry].Before;
            }
        }

        return texts;
    }

    private static ulong Key(int band, uint value) => ((ulong)band << 32) | value;
}
