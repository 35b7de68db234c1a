using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace NewsIndex.Searching.Views;

/// <summary>The generations of an index that an engine can read, the newest of which it follows until disposed.</summary>
internal interface IIndexViews : IAsyncDisposable
{
    /// <inheritdoc cref="IArticleSearcherLifetime.FollowFailure"/>
    string? FollowFailure { get; }

    /// <inheritdoc cref="IArticleSearcherLifetime.Reload"/>
    void Reload();

    /// <inheritdoc cref="IArticleSearcherLifetime.ListGenerations"/>
    IReadOnlyList<Generation> ListGenerations();

    /// <inheritdoc cref="IArticleSearcherLifetime.Describe"/>
    KeptGeneration? Describe(Generation generation);

    /// <inheritdoc cref="IArticleSearcherLifetime.Caches"/>
    CacheUse Caches { get; }

    /// <summary>Opens a view of the visible articles of a generation; the caller disposes of it.</summary>
    /// <param name="generation">Null for the newest.</param>
    /// <param name="scope">Articles that the view shows; no member of it tells anything of other articles.</param>
    /// <param name="corrections">Corrections of entities that all answers of the view apply.</param>
    /// <exception cref="IndexUnavailableException">There is no index to read.</exception>
    /// <exception cref="GenerationExpiredException">The generation is neither open nor pinned.</exception>
    ValueTask<IIndexView> AcquireAsync(
        Generation? generation, ArticleScope scope, EntityCorrections corrections, CancellationToken cancellation);
}
