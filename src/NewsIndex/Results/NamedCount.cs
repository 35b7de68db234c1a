namespace NewsIndex.Results;

/// <summary>How many articles have a value, such as a source or a language.</summary>
public sealed record NamedCount(string Name, long Articles);
