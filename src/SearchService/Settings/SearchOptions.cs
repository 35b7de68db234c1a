using System.ComponentModel.DataAnnotations;
using NewsIndex.Engines;

namespace SearchService.Settings;

/// <summary>Options of the service: section <c>Search</c> of the configuration.</summary>
public sealed class SearchOptions
{
    /// <summary>
    /// IP address to listen on, or localhost for 127.0.0.1. Default 127.0.0.1; 0.0.0.0 opens the service to the network. An address that is
    /// not of the loopback is refused while access is off.
    /// </summary>
    [Required]
    [IpAddress]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Port of gRPC over HTTP/2 without TLS. 0 to 65535, where 0 takes a free port; default 5081.</summary>
    [Range(0, 65535)]
    public int GrpcPort { get; set; } = 5081;

    /// <summary>Port of REST, gRPC-Web and the page over HTTP/1.1. 0 to 65535, where 0 takes a free port; default 5080.</summary>
    [Range(0, 65535)]
    public int HttpPort { get; set; } = 5080;

    /// <summary>
    /// Hosts that requests may address, separated by semicolons; * stands for any host, or for any label as in *.example.org. Default:
    /// localhost, 127.0.0.1, [::1] and the address listened on, which protects against DNS rebinding.
    /// </summary>
    public string AllowedHosts { get; set; } = "";

    /// <summary>
    /// Number of connections that are open at once, over all ports; further ones are refused, with HTTP 503 on the port of HTTP/1.1.
    /// 1 to 1000000; default 10000.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>
    /// Longest duration of a call, from reading the request to sending the reply, whatever the caller's own deadline; for a stream, of
    /// each message. 50 ms to 5 minutes; default 10 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest duration of a whole stream. 1 s to 7 days; default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan StreamDeadline { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Longest time that a stream waits for a caller that reads nothing; then it is cut off, and its generation of the index is released.
    /// 100 ms to 1 hour; default 30 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan StreamTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Number of searches that run at once, each on a thread of its own; counts and look-ups are searches too. 0 to 1024, where 0 means
    /// two for each processor; default 0.
    /// </summary>
    [Range(0, 1024)]
    public int MaxConcurrentSearches { get; set; }

    /// <summary>
    /// Longest time that a call waits for a thread. A call that found none in time, or that will not by what the caller's searches take, is
    /// refused with RESOURCE_EXHAUSTED (TOO_MANY_SEARCHES). 0 to 5 minutes, where 0 refuses at once; default 2 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan MaxSearchWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Number of searches of one caller that may wait for a thread; further ones are refused at once with RESOURCE_EXHAUSTED
    /// (TOO_MANY_SEARCHES). Look-ups have a queue of the same length. 0 to 10000; default 256.
    /// </summary>
    [Range(0, 10_000)]
    public int MaxQueuedSearches { get; set; } = 256;

    /// <summary>
    /// Duration from which a search is logged as slow. 0 to 5 minutes, where 0 logs none; default 2 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan SlowSearchThreshold { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the log of slow searches has the text of queries, which may be confidential. Default False.</summary>
    public bool LogQueryText { get; set; }

    /// <summary>Form of the log: text, a line for each entry, or json, an object for each. Default text.</summary>
    [LogFormat]
    public string LogFormat { get; set; } = LogFormatAttribute.Text;

    /// <summary>
    /// Address of a collector of OpenTelemetry, which gets traces and metrics over OTLP and gRPC. Default empty: nothing is sent.
    /// </summary>
    [OtlpEndpoint]
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>
    /// Folder of the snapshots that CreateSnapshot makes; on the file system of the index, they are links to its files. Default empty: no
    /// snapshots are made.
    /// </summary>
    public string SnapshotFolder { get; set; } = "";

    /// <summary>Options of access.</summary>
    public AccessOptions Access { get; set; } = new();

    /// <summary>Options of writing.</summary>
    public IngestOptions Ingest { get; set; } = new();

    /// <summary>Options of the index.</summary>
    public NewsIndexOptions Index { get; set; } = new();

    /// <summary>The number of search threads that <see cref="MaxConcurrentSearches"/> stands for.</summary>
    internal int SearchThreads => MaxConcurrentSearches > 0 ? MaxConcurrentSearches : 2 * Environment.ProcessorCount;

    /// <summary>The number of threads for look-ups: one for each processor, and no more than search threads.</summary>
    internal int LookUpThreads => Math.Min(SearchThreads, Environment.ProcessorCount);
}
