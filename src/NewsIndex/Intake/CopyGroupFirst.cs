namespace NewsIndex.Intake;

/// <summary>The first article of a group of near-duplicates.</summary>
/// <param name="Bands">MinHash bands of its text: see <see cref="NearDuplicates.TextBands"/>.</param>
/// <param name="Arrival">The number of the generation that it made.</param>
internal readonly record struct CopyGroupFirst(string Id, uint[] Bands, long Arrival);
