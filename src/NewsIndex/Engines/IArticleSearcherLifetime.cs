namespace NewsIndex.Engines;

/// <summary>A searcher with the files or connections that it holds open.</summary>
public interface IArticleSearcherLifetime : IArticleSearcher, IAsyncDisposable
{
    /// <summary>
    /// The reason that new commits cannot be served, as a sentence without a full stop; null while they are served. Calls then read an
    /// older generation.
    /// </summary>
    string? FollowFailure { get; }
}
