using NewsIndex.Entities;
using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>An estimate of the work of a query, made without running it.</summary>
/// <param name="Clauses">Words, phrases, patterns and filters.</param>
/// <param name="Terms">Terms of the index that these expand to.</param>
/// <param name="Postings">The sum of the document frequencies of these terms.</param>
public sealed record QueryCost(int Clauses, int Terms, long Postings, Generation Generation)
{
    /// <summary>Remarks on how the query would be answered, as sentences.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>How each name of an entity in the query is read.</summary>
    public IReadOnlyList<EntityReading> Entities { get; init; } = [];
}
