using System.Collections.Concurrent;
using NewsIndex.Entities;
using NewsIndex.Results;

namespace NewsIndex.Suggesting;

/// <summary>
/// Keeps the suggestions for one to three letters, which are the prefix of so much of an archive that to search it takes longer than the
/// pause between two key strokes. They are few, and everyone types them.
/// </summary>
internal sealed class ShortPrefixCache
{
    private const int MaxLength = 3;
    private const int MaxEntries = 4096;

    private volatile Entries current = new(EntityCorrections.None);

    /// <param name="corrections">In force; the cache is cleared when they change.</param>
    /// <param name="find">Called when the text is longer or is not kept.</param>
    public ValueTask<IReadOnlyList<Suggestion>> GetOrAddAsync(
        EntityCorrections corrections, string typed, int limit, Func<ValueTask<IReadOnlyList<Suggestion>>> find)
    {
        if (typed.Length > MaxLength)
            return find();
        var entries = current;
        if (!ReferenceEquals(entries.Corrections, corrections))
            current = entries = new Entries(corrections);
        return entries.GetOrAddAsync((typed, limit), find);
    }

    /// <summary>One state of the corrections with its entries, so that a slow search cannot add to those of another state.</summary>
    private sealed class Entries(EntityCorrections corrections)
    {
        private readonly ConcurrentDictionary<(string Typed, int Limit), IReadOnlyList<Suggestion>> known = [];

        public EntityCorrections Corrections => corrections;

        public async ValueTask<IReadOnlyList<Suggestion>> GetOrAddAsync(
            (string Typed, int Limit) key, Func<ValueTask<IReadOnlyList<Suggestion>>> find)
        {
            if (known.TryGetValue(key, out var kept))
                return kept;
            if (known.Count >= MaxEntries)
                known.Clear();
            return known.GetOrAdd(key, await find());
        }
    }
}
