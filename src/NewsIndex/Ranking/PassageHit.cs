namespace NewsIndex.Ranking;

/// <summary>What the embeddings of passages tell of a hit, as the engine provides it.</summary>
/// <param name="Cosine">Cosine of the query and the nearest passage, -1 to 1; null for an article without passages.</param>
/// <param name="AgeWeight">Recency factor, above 0, up to 1; 1 when the recency boost is off.</param>
internal readonly record struct PassageHit(float? Cosine, float AgeWeight);
