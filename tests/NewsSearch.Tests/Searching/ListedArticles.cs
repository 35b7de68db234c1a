using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Searching.Views;
using NewsSearch.Tests.Backends;

namespace NewsSearch.Tests.Searching;

/// <summary>
/// A second engine: a list of articles, searched by brute force. It answers words, phrases, AND, OR, NOT and sources, knows no entities and
/// no dates, and counts approximately, as a cluster does.
/// </summary>
internal sealed class ListedArticles(params Article[] articles) : IIndexViews
{
    public static readonly Generation Newest = new(7, 0xfeed);
    public static readonly Generation Oldest = new(3, 0xbeef);

    /// <summary>Requests to views, in order: what a cluster would be asked over the network.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Views that were acquired and not yet disposed of.</summary>
    public int Open { get; private set; }

    public string? FollowFailure => null;

    public void Reload()
    {
        // Nothing is ever committed.
    }

    public IReadOnlyList<Generation> ListGenerations() => [Newest, Oldest];

    public KeptGeneration? Describe(Generation generation) =>
        generation == Newest ? new KeptGeneration(Newest, DateTimeOffset.UnixEpoch, articles.Length, 0)
        : generation == Oldest ? new KeptGeneration(Oldest, DateTimeOffset.UnixEpoch, 1, 0)
        : null;

    public CacheUse Caches => new(0, 0, 0);

    /// <summary>The oldest generation has the first article alone.</summary>
    public ValueTask<IIndexView> AcquireAsync(
        Generation? generation, ArticleScope scope, EntityCorrections corrections, CancellationToken cancellation)
    {
        var asked = generation ?? Newest;
        if (asked != Newest && asked != Oldest)
            throw new GenerationExpiredException(asked, Newest);
        Open++;
        return ValueTask.FromResult<IIndexView>(
            new ListedView(
                [.. (asked == Newest ? articles : articles[..1]).Where(article => IsVisible(article, scope))], asked, Requests.Add,
                () => Open--));
    }

    private static bool IsVisible(Article article, ArticleScope scope) =>
        scope.Filter is not { } filter || ReferenceSearch.Matches(filter, article);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
