using System.ComponentModel.DataAnnotations;

namespace NewsIndex.Engines;

/// <summary>How articles are prepared before an engine stores them.</summary>
/// <remarks>Stands beside <see cref="IArticleWriter"/>, the port that works by it.</remarks>
public sealed class IntakeOptions
{
    /// <summary>Number of threads that analyze articles. 1 to 256, or 0 for one per core; default 0.</summary>
    [Range(0, 256)]
    public int WriteThreads { get; set; }

    /// <summary>
    /// Span of near-duplicate detection, in articles: a new article is compared with at least this many earlier ones, and at most twice as
    /// many. 1,000 to 1,000 million; default 1,000,000, which takes up to about 600 MB.
    /// </summary>
    [Range(1000, 1_000_000_000)]
    public long CopySpan { get; set; } = 1_000_000;

    /// <summary>
    /// Name and model version of the entity recogniser; default <c>none</c>. An index is bound to one recogniser; opening it for writing
    /// with another fails.
    /// </summary>
    public string Recogniser { get; set; } = "none";

    /// <summary>The number of threads that <see cref="WriteThreads"/> stands for.</summary>
    internal int Threads => WriteThreads > 0 ? WriteThreads : Environment.ProcessorCount;
}
