namespace NewsIndex.Results;

/// <summary>One page of the copy group of an article.</summary>
/// <param name="Page">Articles with their bodies.</param>
/// <param name="FirstId">Id of the first article of the group that arrived, of those that the caller sees.</param>
/// <param name="Resemblances">
/// How far each text resembles that of the first article now: the share of common shingles, 0 to 1. Below the threshold of copies where
/// either has been corrected since.
/// </param>
public sealed record CopyPage(HitPage Page, string FirstId, IReadOnlyList<double> Resemblances);
