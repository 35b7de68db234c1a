using NewsIndex.Generations;

namespace NewsIndex.Intake;

/// <summary>What an index knows of an article beside its record.</summary>
/// <param name="CopyGroup">The first article with nearly this text.</param>
/// <param name="Arrival">The generation that this text of the article makes.</param>
/// <param name="Bands">Of the text of a group's first article; none for the others.</param>
internal readonly record struct ArticlePlace(int Revision, Generation Arrival, string CopyGroup, uint[] Bands);
