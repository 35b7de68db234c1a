namespace NewsIndex.Searching.Views;

/// <param name="Archive">Number of articles of the index.</param>
/// <param name="With">Number of articles with each word.</param>
internal sealed record WordFrequencies(long Archive, IReadOnlyList<int> With);
