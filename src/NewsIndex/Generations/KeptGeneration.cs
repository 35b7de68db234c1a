namespace NewsIndex.Generations;

/// <summary>A generation that can be read now, and what it holds.</summary>
/// <param name="CommittedAt">Time at which its commit was written to disk, in UTC.</param>
/// <param name="Articles">Current articles, without their earlier revisions.</param>
/// <param name="Bytes">Size of its files, those that it shares with other generations included.</param>
public sealed record KeptGeneration(Generation Generation, DateTimeOffset CommittedAt, long Articles, long Bytes);
