using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>What answering a query takes, known without answering it.</summary>
/// <param name="Clauses">Words, phrases, patterns and filters.</param>
/// <param name="Terms">Words of the archive that they stand for.</param>
/// <param name="Postings">Articles that are looked at for each of those, summed up.</param>
public sealed record QueryCost(int Clauses, int Terms, long Postings, Generation Generation);
