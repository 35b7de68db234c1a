namespace NewsIndex.Engines;

/// <summary>A searcher and the files or connections that it holds open.</summary>
public interface IArticleSearcherLifetime : IArticleSearcher, IAsyncDisposable
{
    /// <summary>
    /// The reason why new commits are not served, so that answers may be of an older generation, as a sentence without a full stop; null
    /// while they are served.
    /// </summary>
    string? FollowFailure { get; }
}
