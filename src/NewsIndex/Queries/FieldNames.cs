using System.Text.RegularExpressions;
using NewsIndex.Analysis;

namespace NewsIndex.Queries;

/// <summary>The fields that a query may name.</summary>
internal static partial class FieldNames
{
    public static IReadOnlyList<string> All { get; } =
        [
            "headline", "body", "hlead", "exact", "source", "section", "author", "tag", "language", "person", "org", "place", "entity",
            "date", "date.reliable", "indexed", "since", "dup", "copies", "quote"];

    /// <summary>Other names of the same fields.</summary>
    private static readonly HashSet<string> Known =
        new(All.Concat(["title", "lead", "publication", "byline", "lang", "organization", "organisation", "published", "_exists_"]),
            StringComparer.OrdinalIgnoreCase);

    /// <summary>How we write what search engines of the web call otherwise.</summary>
    private static readonly Dictionary<string, string> OnTheWeb = new(StringComparer.OrdinalIgnoreCase)
    {
        ["after"] = "date:>",
        ["before"] = "date:<",
        ["intitle"] = "headline:",
        ["allintitle"] = "headline:",
        ["intext"] = "body:",
    };

    /// <summary>Returns true for the name of a field, in any case, or an alias; near20 and repeat3 are GDELT's syntax.</summary>
    public static bool IsKnown(string name) => Known.Contains(name) || NumberedForm().IsMatch(name);

    /// <summary>The field within an edit distance of the typed name; null when there is none.</summary>
    /// <param name="most">The maximum edit distance; 2 at most.</param>
    public static string? Nearest(string typed, int most = 2)
    {
        var name = typed.ToLowerInvariant();
        return Enumerable.Range(0, most + 1)
            .Select(distance => All.Order(StringComparer.Ordinal).FirstOrDefault(field => EditDistance.IsWithin(name, field, distance)))
            .FirstOrDefault(field => field is not null);
    }

    /// <summary>Returns the beginning of a clause, such as "headline:", that may have been meant by an unknown field; null for
    /// none.</summary>
    public static string? Meant(string typed) =>
        OnTheWeb.TryGetValue(typed, out var written) ? written : Nearest(typed) is { } nearest ? nearest + ":" : null;

    [GeneratedRegex(@"\A(?i:near|repeat)[0-9]+\z")]
    private static partial Regex NumberedForm();
}
