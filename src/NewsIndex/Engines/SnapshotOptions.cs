using System.ComponentModel.DataAnnotations;

namespace NewsIndex.Engines;

/// <summary>How long a searcher keeps a generation open, and what it keeps of it in memory.</summary>
public sealed class SnapshotOptions
{
    /// <summary>Time for which an older generation stays open for clients that page through it. 0 to 1 day; default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan KeepGenerations { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Maximum queries whose totals are cached per generation, so that later pages need no second count. The least recently used is evicted
    /// first. 0 (off) to 1,000,000; default 1,000.
    /// </summary>
    [Range(0, 1_000_000)]
    public int KnownTotals { get; set; } = 1000;

    /// <summary>
    /// Warms up a new generation (dictionaries and columns) for up to 500 ms before it serves, then in the background; at most once a
    /// minute. Default: false; the service sets it to true.
    /// </summary>
    public bool WarmUp { get; set; }
}
