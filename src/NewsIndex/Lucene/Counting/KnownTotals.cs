using Lucene.Net.Index;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Counting;

/// <summary>LRU cache for the totals of queries in a generation, so that later pages of a search need no second count.</summary>
internal sealed class KnownTotals
{
    private static readonly PerGeneration<KnownTotals> Made = new(_ => new KnownTotals());

    private readonly Lock gate = new();
    private readonly Dictionary<Key, LinkedListNode<(Key Key, TotalKinds Kinds, HitTotal Total)>> byKey = [];
    private readonly LinkedList<(Key Key, TotalKinds Kinds, HitTotal Total)> lastUsedFirst = [];

    public static KnownTotals Of(IndexReader reader) => Made.Of(reader);

    /// <summary>Returns cached totals; null unless all wanted kinds are known.</summary>
    /// <param name="corrections">Part of the key, because entity names depend on them.</param>
    public HitTotal? Find(Query query, EntityCorrections corrections, TotalKinds wanted)
    {
        lock (gate)
        {
            if (!byKey.TryGetValue(new Key(query, corrections), out var node) || (node.Value.Kinds & wanted) != wanted)
                return null;
            lastUsedFirst.Remove(node);
            lastUsedFirst.AddFirst(node);
            return node.Value.Total;
        }
    }

    /// <param name="capacity">Maximum cached queries; 0 disables the cache.</param>
    public void Keep(Query query, EntityCorrections corrections, TotalKinds kinds, HitTotal total, int capacity)
    {
        var key = new Key(query, corrections);
        lock (gate)
        {
            if (byKey.Remove(key, out var old))
                lastUsedFirst.Remove(old);
            if (capacity > 0)
                byKey[key] = lastUsedFirst.AddFirst((key, kinds, total));
            while (byKey.Count > capacity)
            {
                byKey.Remove(lastUsedFirst.Last!.Value.Key);
                lastUsedFirst.RemoveLast();
            }
        }
    }

    /// <summary>Compares corrections by reference, because each change creates a new object.</summary>
    private readonly record struct Key(Query Query, EntityCorrections Corrections);
}
