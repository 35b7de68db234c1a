using NewsIndex.Generations;
using NewsIndex.Queries;

namespace SearchService.Telemetry;

/// <summary>Facts about one piece of work on the index, for traces and the slow-search log.</summary>
/// <param name="Subject">Query, or text of the id or name that is looked up. A query is printed only when it is logged.</param>
/// <param name="Clauses">Words, phrases, patterns and filters of the query; 0 for a look-up.</param>
/// <param name="Order">Order of the hits; empty where there is none.</param>
/// <param name="PageSize">Hits asked for; 0 for counts and look-ups.</param>
/// <param name="Generation">The generation that the request names; null for the newest.</param>
/// <param name="Kind">As <see cref="QueryKind"/> has it.</param>
internal readonly record struct PlanFacts(
    object Subject, int Clauses = 0, string Order = "", int PageSize = 0, Generation? Generation = null, string Kind = QueryKind.None)
{
    public static PlanFacts Of(QueryPlan plan) =>
        new(plan.Query, plan.Query.LeafCount, plan.Order.ToString().ToLowerInvariant(), plan.PageSize, plan.Generation,
            QueryKind.Of(plan.Query));

    public static PlanFacts Of(AggregatePlan plan) => new(plan.Query, plan.Query.LeafCount, Generation: plan.Generation,
        Kind: QueryKind.Of(plan.Query));

    public static PlanFacts Of(Query query) => new(query, query.LeafCount, Kind: QueryKind.Of(query));
}
