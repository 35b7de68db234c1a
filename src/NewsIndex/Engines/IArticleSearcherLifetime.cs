using NewsIndex.Generations;

namespace NewsIndex.Engines;

/// <summary>A searcher with the files or connections that it holds open.</summary>
public interface IArticleSearcherLifetime : IArticleSearcher, IAsyncDisposable
{
    /// <summary>
    /// The reason that new commits cannot be served, as a sentence without a full stop; null while they are served. Calls then read an
    /// older generation.
    /// </summary>
    string? FollowFailure { get; }

    /// <summary>Looks for a new commit now, and serves it; <see cref="FollowFailure"/> tells whether that failed.</summary>
    void Reload();

    /// <summary>
    /// Returns the generations that can be read now, newest first: the newest, those whose commits are kept, and those that are still open
    /// for clients that page through them.
    /// </summary>
    /// <exception cref="IndexUnavailableException">There is no index to read.</exception>
    IReadOnlyList<Generation> ListGenerations();

    /// <summary>Describes a generation; null when it can no longer be read. The first call for a generation counts its articles.</summary>
    /// <exception cref="IndexUnavailableException">There is no index to read.</exception>
    KeptGeneration? Describe(Generation generation);

    /// <summary>What is held in memory; zeros for an engine that holds nothing here.</summary>
    CacheUse Caches { get; }
}
