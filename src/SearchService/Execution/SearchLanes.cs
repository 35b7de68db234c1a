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
    public SearchLane Searches { get; } = new("search", "searches", options.Value.SearchThreads, clock);

    /// <summary>Articles, revisions and entities by their id, names, suggestions, and descriptions of the index.</summary>
    public SearchLane LookUps { get; } = new("look-up", "look-ups", options.Value.LookUpThreads, clock);

    public void Dispose()
    {
        Searches.Dispose();
        LookUps.Dispose();
    }
}
