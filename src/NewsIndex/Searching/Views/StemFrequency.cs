namespace NewsIndex.Searching.Views;

/// <param name="With">Number of articles with the stem.</param>
/// <param name="Articles">Number of articles in the language of the stem.</param>
internal readonly record struct StemFrequency(long With, long Articles);
