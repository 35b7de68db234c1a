namespace NewsIndex.NearDuplicates;

/// <summary>
/// Shingles of articles that were compared lately, up to a number of hashes. The first article of a large group is compared with every copy
/// of it, and is cut into shingles once.
/// </summary>
/// <remarks>
/// Two tables that take turns: when the newer is full it becomes the older one, and what was in the older one is forgotten.
/// </remarks>
/// <param name="capacity">Hashes of both tables together; 8 bytes each.</param>
internal sealed class RecentShingles(int capacity)
{
    private Dictionary<string, ulong[]> older = new(StringComparer.Ordinal);
    private Dictionary<string, ulong[]> newer = new(StringComparer.Ordinal);
    private int hashes;

    /// <summary>The shingles of an article's current text; null when they are not kept.</summary>
    public ulong[]? Of(string id)
    {
        if (newer.TryGetValue(id, out var shingles))
            return shingles;
        if (older.TryGetValue(id, out shingles))
            Keep(id, shingles);
        return shingles;
    }

    /// <summary>Keeps the shingles of an article, in place of those of a text that it had before.</summary>
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
