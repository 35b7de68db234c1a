using NewsIndex.Entities;

namespace NewsIndex.Results;

/// <summary>An entity mentioned together with another.</summary>
/// <param name="Together">Articles that mention both.</param>
/// <param name="Articles">Articles that mention it at all.</param>
/// <param name="Lift">The ratio of observed to expected co-occurrence: 1 is chance.</param>
/// <param name="Significance">
/// Log-likelihood ratio (Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", 1993): above 10.8, chance is less than
/// 1 in 1,000.
/// </param>
public sealed record Cooccurrence(NamedReference Entity, long Together, long Articles, double Lift, double Significance);
