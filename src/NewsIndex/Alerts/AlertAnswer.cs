using NewsIndex.Queries;

namespace NewsIndex.Alerts;

/// <summary>What one alert finds among the arrivals after a position.</summary>
/// <param name="Matches">In the order of arrival.</param>
/// <param name="Complete">Arrivals up to this number have been looked at.</param>
/// <param name="Error">Why the alert cannot be matched; null if it was.</param>
public sealed record AlertAnswer(Alert Alert, IReadOnlyList<AlertMatch> Matches, long Complete, QueryError? Error = null);
