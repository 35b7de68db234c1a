using System.ComponentModel.DataAnnotations;

namespace SearchService.Settings;

/// <summary>Writing of articles: section <c>Search:Ingest</c> of the configuration.</summary>
public sealed class IngestOptions
{
    /// <summary>Whether callers may write and delete articles. Default False: the service only reads articles.</summary>
    public bool Enabled { get; set; }

    /// <summary>
    /// Who finds names in the text of English articles: fast, balanced, accurate or none, as the switch --recogniser of the indexer. An
    /// index is continued with the recogniser it was begun with. Default fast.
    /// </summary>
    [Recogniser]
    public string Recogniser { get; set; } = "fast";

    /// <summary>
    /// Whether passages of English articles are encoded, as by the switch --passages of the indexer. An index is continued as it was
    /// begun. Default False.
    /// </summary>
    public bool Passages { get; set; }

    /// <summary>
    /// Largest article that is taken, in bytes of its message; a larger one is rejected. 1000 to 4000000; default 2000000.
    /// </summary>
    [Range(1000, 4_000_000)]
    public int MaxArticleBytes { get; set; } = 2_000_000;

    /// <summary>
    /// Number of articles of all callers that may wait to be written; further ones are not read from their streams. 1 to 10000; default
    /// 256.
    /// </summary>
    [Range(1, 10_000)]
    public int QueuedArticles { get; set; } = 256;

    /// <summary>
    /// Streams of one caller that may be open at once; further ones are refused with RESOURCE_EXHAUSTED (TOO_MANY_STREAMS). 1 to 1000;
    /// default 8.
    /// </summary>
    [Range(1, 1000)]
    public int StreamsPerCaller { get; set; } = 8;

    /// <summary>
    /// Longest time that the service stays the writer of the index while it has nothing to write. The indexer can write after it. 0 to 1
    /// minute; default 2 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan HoldIndex { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Longest time that articles of a stream wait while another process writes the index; then they are refused with UNAVAILABLE
    /// (INDEX_LOCKED). Calls that are no streams are refused after 2 s. 0 to 1 hour; default 10 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan WaitForIndex { get; set; } = TimeSpan.FromMinutes(10);
}
