namespace NewsIndex.Queries;

/// <summary>The fields that a query may name.</summary>
internal static class FieldNames
{
    public static IReadOnlyList<string> All { get; } = ["headline", "body", "source", "person", "org", "place", "entity", "date"];

    /// <summary>The field that is at most two letters away from what was typed; null when none is.</summary>
    public static string? Nearest(string typed)
    {
        var (distance, name) = All.Select(name => (Distance(typed.ToLowerInvariant(), name), name)).Min();
        return distance <= 2 ? name : null;
    }

    /// <summary>Levenshtein's edit distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
