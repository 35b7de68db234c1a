namespace NewsIndex.Queries;

/// <summary>The fields that a query may name.</summary>
internal static class FieldNames
{
    public static IReadOnlyList<string> All { get; } =
        ["headline", "body", "hlead", "exact", "source", "section", "author", "tag", "language", "person", "org", "place", "entity", "date", "date.reliable", "indexed", "since", "dup", "quote"];

    /// <summary>The field that is at most two letters away from what was typed; null when none is.</summary>
    public static string? Nearest(string typed)
    {
        const int Most = 2;
        var name = typed.ToLowerInvariant();
        return Enumerable.Range(0, Most + 1)
            .Select(distance => All.Order(StringComparer.Ordinal).FirstOrDefault(field => EditDistance.IsWithin(name, field, distance)))
            .FirstOrDefault(field => field is not null);
    }
}
