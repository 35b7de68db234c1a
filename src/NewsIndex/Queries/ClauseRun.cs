namespace NewsIndex.Queries;

/// <summary>The sign before a clause.</summary>
internal enum Sign
{
    None,

    /// <summary>+, or AND beside it.</summary>
    Required,

    /// <summary>- or NOT.</summary>
    Excluded,
}

/// <summary>Combines neighbouring clauses by their signs and the default operator.</summary>
internal sealed class ClauseRun(DefaultOperator defaultOperator)
{
    private readonly List<(Query Query, Sign Sign)> clauses = [];

    public void Add(Query query, Sign sign) => clauses.Add((query, sign));

    /// <summary>Handles a following AND: the clause before it becomes required, unless it is excluded.</summary>
    public void RequireLast()
    {
        if (clauses[^1].Sign == Sign.None)
            clauses[^1] = (clauses[^1].Query, Sign.Required);
    }

    public Query ToQuery()
    {
        var must = new List<Query>();
        var may = new List<Query>();
        foreach (var (query, sign) in clauses)
        {
            if (sign == Sign.Excluded && query is Query.Not twice)
                Collect<Query.And>(must, twice.Unwanted);
            else if (sign == Sign.Excluded)
                must.Add(new Query.Not(query));
            else if (sign == Sign.Required || defaultOperator == DefaultOperator.And)
                Collect<Query.And>(must, query);
            else
                Collect<Query.Or>(may, query);
        }

        // "Everything" beside a selective clause has no effect.
        if (must.Exists(query => query is not (Query.Everything or Query.Not)))
            must.RemoveAll(query => query is Query.Everything);

        // Only excluded clauses beside optional ones: at least one of the optional ones must match, or "storm -florida" would match nearly
        // everything.
        var onlyExclusions = must.TrueForAll(query => query is Query.Not);
        if (may.Count > 0 && onlyExclusions)
        {
            must.InsertRange(0, Any(may) is Query.And and ? and.Clauses : [Any(may)]);
            may.Clear();
        }

        var required = must.Count == 1 ? must[0] : new Query.And(must);
        return may.Count == 0 ? required : new Query.AndMaybe(required, Any(may));
    }

    private static void Collect<T>(List<Query> into, Query query)
        where T : Query.Compound
    {
        if (query is T same)
            into.AddRange(same.Clauses);
        else
            into.Add(query);
    }

    private static Query Any(List<Query> queries) => queries.Count == 1 ? queries[0] : new Query.Or([.. queries]);
}
