using Microsoft.Extensions.Options;
using SearchService.Settings;

namespace SearchService.Execution;

/// <summary>
/// The two kinds of work on the index. A look-up takes a few milliseconds, and would wait for seconds if it stood behind expensive
/// searches.
/// </summary>
internal sealed class SearchLanes(IOptions<SearchOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>Searches, counts and streams, whose cost grows with the articles that they find.</summary>
    /// <remarks>
    /// One caller has three quarters of the threads at most, so that a second one finds a thread while the first's searches run on.
    /// </remarks>
    public SearchLane Searches { get; } = new(
        "search", "searches", options.Value.SearchThreads, Math.Max(1, options.Value.SearchThreads * 3 / 4),
        options.Value.MaxQueuedSearches, clock);

    /// <summary>Articles, revisions and entities by their id, names, suggestions, and descriptions of the index.</summary>
    public SearchLane LookUps { get; } = new(
        "look-up", "look-ups", options.Value.LookUpThreads, options.Value.LookUpThreads, options.Value.MaxQueuedSearches, clock);

    public void Dispose()
    {
        Searches.Dispose();
        LookUps.Dispose();
    }
}
