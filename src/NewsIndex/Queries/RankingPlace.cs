using NewsIndex.Generations;

namespace NewsIndex.Queries;

/// <summary>
/// The end of a page of a ranking. With the same articles and corrections the list is the same, so that a number of entries is a place in
/// it.
/// </summary>
/// <param name="Generation">The state of the index that the page was read from.</param>
/// <param name="Corrections">Number of the last correction of entities that the page applied; 0 for none.</param>
/// <param name="Passed">Entries of the list up to here.</param>
public sealed record RankingPlace(Generation Generation, int Corrections, int Passed);
