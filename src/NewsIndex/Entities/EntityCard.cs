namespace NewsIndex.Entities;

/// <summary>What an index knows of an entity.</summary>
/// <param name="Articles">Articles that mention it, exactly.</param>
/// <param name="Mentions">Times that it is named in them.</param>
/// <param name="Names">Names it is seen by, most frequent first; at most a hundred.</param>
/// <param name="First">The first day of publication of an article that mentions it; null when all are undated.</param>
public sealed record EntityCard(NamedReference Entity, long Articles, long Mentions, IReadOnlyList<NameCount> Names, DateOnly? First, DateOnly? Last);

/// <param name="Name">As written.</param>
public readonly record struct NameCount(string Name, long Mentions);

/// <summary>An entity that is mentioned where another is.</summary>
/// <param name="Together">Articles that mention both.</param>
/// <param name="Articles">Articles that mention it at all.</param>
/// <param name="Lift">How many times more often than by chance: 1 is chance.</param>
/// <param name="Significance">Log-likelihood ratio (Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", 1993): above 10.8, chance is less than 1 in 1,000.</param>
public sealed record Cooccurrence(NamedReference Entity, long Together, long Articles, double Lift, double Significance);

/// <summary>A choice of entities by name.</summary>
/// <param name="IsMisspelt">True when none begins so and those nearest in spelling are given.</param>
public sealed record EntityMatches(IReadOnlyList<EntityCard> Entities, bool IsMisspelt);
