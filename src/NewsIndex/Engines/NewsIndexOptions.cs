using System.ComponentModel.DataAnnotations;
using NewsIndex.Queries;

namespace NewsIndex.Engines;

/// <summary>Location, ranking weights and resource limits of an index.</summary>
public sealed class NewsIndexOptions
{
    /// <summary>Folder of the index. Default: <c>index</c>.</summary>
    [Required]
    public string Directory { get; set; } = "index";

    /// <summary>Term frequency saturation of BM25 (k1): the higher, the more a repeated word adds. 0 to 10; default 1.2.</summary>
    /// <remarks>Robertson, Walker et al., "Okapi at TREC-3", 1994.</remarks>
    [Range(0.0, 10.0)]
    public float Bm25K1 { get; set; } = 1.2f;

    /// <summary>Length normalization of BM25 (b), from 0 (none) to 1 (full). Default 0.75.</summary>
    /// <remarks>Robertson, Walker et al., "Okapi at TREC-3", 1994.</remarks>
    [Range(0.0, 1.0)]
    public float Bm25B { get; set; } = 0.75f;

    /// <summary>
    /// Weight of embedding similarity for queries of several words: score += MeaningWeight × cosine × (1.25 × maximum lexical score −
    /// lexical score), where a negative factor counts as 0. 0 (off) to 1; default 0.9.
    /// </summary>
    /// <remarks>
    /// Applies to the hits in <see cref="RescoringWindow"/>. With n distinct words other than stop words, the weight is multiplied by
    /// min((n − 2) / 3, (20 − n) / 8), limited to 0 to 1.
    /// </remarks>
    [Range(0.0, 1.0)]
    public float MeaningWeight { get; set; } = 0.9f;

    /// <summary>
    /// Share of the best passage in the cosine of an article with several passages of about 170 words: cosine = PassageWeight × best
    /// passage + (1 − PassageWeight) × whole article. 0 (whole article only) to 1 (best passage only); default 1.
    /// </summary>
    [Range(0.0, 1.0)]
    public float PassageWeight { get; set; } = 1;

    /// <summary>
    /// Weight of words related to the words of a query: score += RelatedWeight × BM25 of each query word, whose frequency includes that of
    /// each related word multiplied by their cosine. 0 (off) to 10; default 0.3.
    /// </summary>
    /// <remarks>
    /// Applies to English articles in <see cref="RescoringWindow"/>, with the factor for the number of words that
    /// <see cref="MeaningWeight"/> has.
    /// </remarks>
    [Range(0.0, 10.0)]
    public float RelatedWeight { get; set; } = 0.3f;

    /// <summary>
    /// Weight of term dependence: score += PairWeight × BM25 of each pair of adjacent query words, whose idf is the sum of the two. 0 (off)
    /// to 10; default 0.75.
    /// </summary>
    /// <remarks>
    /// Applies to the hits in <see cref="RescoringWindow"/>. A query of 5 or more adjacent words also scores as a whole, with 3 times this
    /// weight.
    /// </remarks>
    [Range(0.0, 10.0)]
    public float PairWeight { get; set; } = 0.75f;

    /// <summary>
    /// Weight of exact word forms: score += TypedFormWeight × BM25 of each query word in the form that was typed, with the idf of its stem.
    /// 0 (off) to 10; default 0.2.
    /// </summary>
    [Range(0.0, 10.0)]
    public float TypedFormWeight { get; set; } = 0.2f;

    /// <summary>
    /// Weight of pseudo-relevance feedback, for requests that ask for it: the BM25 score of the best expansion word is multiplied by this,
    /// and that of each other word by less. 0 (off) to 10; default 0.1.
    /// </summary>
    [Range(0.0, 10.0)]
    public float FeedbackWeight { get; set; } = 0.1f;

    /// <summary>
    /// Number of first hits that are rescored with term dependence, embeddings and related words; other hits keep their first order. 0
    /// (off) to 10,000; default 500. A query of two words rescores 100 at most.
    /// </summary>
    [Range(0, 10_000)]
    public int RescoringWindow { get; set; } = 500;

    /// <summary>
    /// Maximum queries whose totals are cached per generation, so that later pages need no second count. The least recently used is evicted
    /// first. 0 (off) to 1,000,000; default 1,000.
    /// </summary>
    [Range(0, 1_000_000)]
    public int KnownTotals { get; set; } = 1000;

    /// <summary>Time for which an older generation stays open for clients that page through it. 0 to 1 day; default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan KeepGenerations { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Maximum size of the block cache for index files, in MB. Other blocks are read from the operating system's cache or from disk. 1 to
    /// 1,000,000; default 512.
    /// </summary>
    [Range(1, 1_000_000)]
    public int CacheMegabytes { get; set; } = 512;

    /// <summary>
    /// Warms up a new generation (dictionaries and columns) for up to 500 ms before it serves, then in the background; at most once a
    /// minute. Default: false; the service sets it to true.
    /// </summary>
    public bool WarmUp { get; set; }

    /// <summary>Memory for articles that are not yet written to disk, in MB. 16 to 2,000; default 256.</summary>
    [Range(16, 2000)]
    public int WriteBufferMegabytes { get; set; } = 256;

    /// <summary>
    /// Span of near-duplicate detection, in articles: a new article is compared with at least this many earlier ones, and at most twice as
    /// many. 1,000 or more; default 1,000,000, which takes up to about 600 MB.
    /// </summary>
    [Range(1000, long.MaxValue)]
    public long CopySpan { get; set; } = 1_000_000;

    /// <summary>Number of threads that analyze articles. 1 to 256, or 0 for one per core; default 0.</summary>
    [Range(0, 256)]
    public int WriteThreads { get; set; }

    /// <summary>
    /// Name and model version of the entity recogniser; default <c>none</c>. An index is bound to one recogniser; opening it for writing
    /// with another fails.
    /// </summary>
    public string Recogniser { get; set; } = "none";

    /// <summary>Cost limits of one query.</summary>
    // A separate object, because configuration binding writes into the instance and must not change the shared default.
    public QueryLimits Limits { get; set; } = new();
}
