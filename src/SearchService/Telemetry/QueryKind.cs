using NewsIndex.Queries;

namespace SearchService.Telemetry;

/// <summary>The kind of a query by its most expensive clause, a label of metrics and of the log of slow searches.</summary>
internal static class QueryKind
{
    /// <summary>Kind of work that has no query, such as a look-up.</summary>
    public const string None = "none";

    /// <summary>From the cheapest to the most expensive.</summary>
    private static readonly string[] ByCost = ["all", "filter", "word", "phrase", "proximity", "pattern"];

    /// <returns>all, filter, word, phrase, proximity or pattern.</returns>
    public static string Of(Query query) => ByCost[CostOf(query)];

    private static int CostOf(Query query) => Math.Max(OwnCost(query), query.Parts.Count == 0 ? 0 : query.Parts.Max(CostOf));

    private static int OwnCost(Query query) => query switch
    {
        Query.Everything or Query.Compound or Query.Not or Query.Boost or Query.AndMaybe => 0,
        Query.Word or Query.Exact => 2,
        Query.Phrase => 3,
        Query.Near or Query.NotNear or Query.AtLeast or Query.First or Query.Quote => 4,
        Query.Pattern or Query.PatternPhrase or Query.Regex or Query.Fuzzy => 5,
        _ => 1,
    };
}
