namespace NewsIndex.NearDuplicates;

/// <summary>
/// Cache of the shingles of recently compared articles. The first article of a large group is compared with each copy and is tokenised
/// once.
/// </summary>
/// <remarks>
/// Two generations of tables: when the newer table is full it becomes the older one, and the previous older one is dropped.
/// </remarks>
/// <param name="capacity">Maximum hashes in both tables, 8 bytes each.</param>
internal sealed class RecentShingles(int capacity)
{
    private Dictionary<string, ulong[]> older = new(StringComparer.Ordinal);
    private Dictionary<string, ulong[]> newer = new(StringComparer.Ordinal);
    private int hashes;

    /// <summary>Returns the shingles of an article's current text; null when not cached.</summary>
    public ulong[]? Of(string id)
    {
        if (newer.TryGetValue(id, out var shingles))
            return shingles;
        if (older.TryGetValue(id, out shingles))
            Keep(id, shingles);
        return shingles;
    }

    /// <summary>Adds the shingles of an article; replaces those of an older text.</summary>
    public void Keep(string id, ulong[] shingles)
    {
        if (newer.TryGetValue(id, out var before))
            hashes -= before.Length;
        else if (hashes + shingles.Length > capacity / 2)
            (older, newer, hashes) = (newer, new Dictionary<string, ulong[]>(StringComparer.Ordinal), 0);
        older.Remove(id);
        newer[id] = shingles;
        hashes += shingles.Length;
    }
}
