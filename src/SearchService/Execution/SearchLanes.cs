using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using SearchService.Access;
using SearchService.Settings;

namespace SearchService.Execution;

/// <summary>
/// The two kinds of work on the index. A look-up takes a few milliseconds, and would wait for seconds if it stood behind expensive
/// searches.
/// </summary>
internal sealed class SearchLanes(IOptions<SearchOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly FrozenSet<string> SearchRpcs = FrozenSet.ToFrozenSet(
    [
        "newssearch.v1.SearchService/Search", "newssearch.v1.SearchService/Aggregate", "newssearch.v1.SearchService/Export",
        "newssearch.v1.SearchService/Concordance", "newssearch.v1.SearchService/BatchSearch",
    ]);

    /// <summary>Searches, counts and streams, whose cost grows with the articles that they find.</summary>
    /// <remarks>
    /// One caller has three quarters of the threads at most, so that a second one finds a thread while the first's searches run on. Callers
    /// with long searches have half of them together: as many as there are processors, which more threads would not make faster.
    /// </remarks>
    public SearchLane Searches { get; } = new(
        "search", "searches", options.Value.SearchThreads, Math.Max(1, options.Value.SearchThreads * 3 / 4),
        options.Value.SearchThreads / 2, options.Value.MaxQueuedSearches, clock);

    /// <summary>Articles, revisions and entities by their id, names, suggestions, and descriptions of the index.</summary>
    public SearchLane LookUps { get; } = new(
        "look-up", "look-ups", options.Value.LookUpThreads, options.Value.LookUpThreads, 0, options.Value.MaxQueuedSearches, clock);

    /// <summary>True for an RPC whose every call is a search.</summary>
    /// <param name="rpc">As <see cref="RpcAccess.RpcOf"/> names it.</param>
    public static bool IsSearch(string rpc) => SearchRpcs.Contains(rpc);

    public void Dispose()
    {
        Searches.Dispose();
        LookUps.Dispose();
    }
}
