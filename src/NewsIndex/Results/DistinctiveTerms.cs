namespace NewsIndex.Results;

/// <summary>A word of the result in lower case.</summary>
/// <param name="Articles">Articles of the sample that have it.</param>
/// <param name="ArchiveArticles">Articles of the archive that have it.</param>
/// <param name="Significance">Log-likelihood ratio of its being more frequent in the sample than in the archive; 0 where it is not.</param>
public sealed record TermCount(string Word, long Articles, long ArchiveArticles, double Significance);

/// <summary>Frequent and distinctive words of a result.</summary>
/// <param name="Sample">
/// Articles that were read for it: all of a small result, and of a large one those with the smallest hashes of their content.
/// </param>
/// <param name="Top">The most frequent words without stop words.</param>
/// <param name="Distinctive">Most significant first.</param>
public sealed record DistinctiveTerms(long Sample, IReadOnlyList<TermCount> Top, IReadOnlyList<TermCount> Distinctive);
