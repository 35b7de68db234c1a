using NewsIndex.Queries;

namespace Evaluation.Speed;

/// <summary>A query of another engine's benchmark, in the forms that it has here.</summary>
/// <param name="Ours">In our own language, words joined by OR; null when it has no form here.</param>
/// <param name="Lucene">In Lucene's syntax; null when it has none.</param>
internal sealed record BenchmarkQuery(string Kind, string? Ours, string? Lucene, HitOrder Order = HitOrder.Relevance)
{
    public static BenchmarkQuery OfGame(string query) => new("search-benchmark-game", query, query);

    /// <summary>Null for a line that is no task.</summary>
    public static BenchmarkQuery? OfTask(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 0 || line[0] is '#' or '/')
            return null;
        var (kind, text) = (line[..colon], line[(colon + 2)..]);
        var comment = text.IndexOf(" # ", StringComparison.Ordinal);
        if (comment >= 0)
            text = text[..comment];
        // What is counted by is not part of the query.
        var facets = text.IndexOf(" +facets:", StringComparison.Ordinal);
        text = (facets >= 0 ? text[..facets] : text).Trim();
        var order = HitOrder.Relevance;
        var form = text.IndexOf("//", StringComparison.Ordinal);
        if (form < 0)
            return text.Contains("+minShouldMatch", StringComparison.Ordinal)
                ? new BenchmarkQuery(kind, null, null)
                : text == "*:*"
                ? new BenchmarkQuery(kind, "*", "*:*")
                : new BenchmarkQuery(kind, text, text);
        var (name, words) = (text[..form], text[(form + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        switch (name)
        {
            case "near": return new BenchmarkQuery(kind, $"{words[0]} PRE/11 {words[1]}", null);
            case "ordered": return new BenchmarkQuery(kind, $"{words[0]} PRE/1000 {words[1]}", null);
            case "lastmodndvsort" or "dayofyeardvsort" or "monthdvsort":
                order = HitOrder.Newest;
                return new BenchmarkQuery(kind, string.Join(' ', words), string.Join(' ', words), order);
            // Fields of numbers, and orders by title, are not articles'.
            default: return new BenchmarkQuery(kind, null, null);
        }
    }
}
