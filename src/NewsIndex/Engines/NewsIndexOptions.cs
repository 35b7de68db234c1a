using System.ComponentModel.DataAnnotations;
using NewsIndex.Queries;

namespace NewsIndex.Engines;

/// <summary>Where an index lies and how it is searched.</summary>
public sealed class NewsIndexOptions
{
    /// <summary>The folder of the index; <c>index</c> by default.</summary>
    [Required]
    public string Directory { get; set; } = "index";

    /// <summary>How soon further occurrences of a word stop adding to the score. 0 to 10; 1.2 by default.</summary>
    /// <remarks>k1 of Okapi BM25 (Robertson, Walker et al., "Okapi at TREC-3", 1994).</remarks>
    [Range(0.0, 10.0)]
    public float Bm25K1 { get; set; } = 1.2f;

    /// <summary>How much long articles are held back, from 0 (not at all) to 1 (in full proportion); 0.75 by default.</summary>
    /// <remarks>b of Okapi BM25.</remarks>
    [Range(0.0, 1.0)]
    public float Bm25B { get; set; } = 0.75f;

    /// <summary>
    /// How much it counts that an article is about what a query of several words is about: a cosine of 1 between the two brings its score
    /// this share of the way from what its words score to the most that they could and a quarter more. 0 (not at all) to 1; 0.9 by default.
    /// </summary>
    [Range(0.0, 1.0)]
    public float MeaningWeight { get; set; } = 0.9f;

    /// <summary>
    /// Of what an article is about, the share that its best passage has beside the whole of it, where it has several of some 170 words. 0 (the
    /// whole alone) to 1 (the best passage alone); 1 by default.
    /// </summary>
    [Range(0.0, 1.0)]
    public float PassageWeight { get; set; } = 1;

    /// <summary>
    /// How much words count that are related to those of a query, among its first hits and as far as meaning counts: what a word scores with
    /// them beside it is multiplied by this. 0 (not at all) to 10; 0.3 by default.
    /// </summary>
    [Range(0.0, 10.0)]
    public float RelatedWeight { get; set; } = 0.3f;

    /// <summary>How much it counts that words typed side by side stand side by side: what a pair scores is multiplied by this. 0 (not at all) to 10; 0.75 by default.</summary>
    [Range(0.0, 10.0)]
    public float PairWeight { get; set; } = 0.75f;

    /// <summary>
    /// How much it counts that an article has a word in the form that was typed, and not only in others of its stem: what the form scores
    /// is multiplied by this. 0 (not at all) to 10; 0.2 by default.
    /// </summary>
    [Range(0.0, 10.0)]
    public float TypedFormWeight { get; set; } = 0.2f;

    /// <summary>
    /// How much words that the best hits share count, where a request asks for feedback: what the first of them scores is multiplied by this.
    /// 0 (not at all) to 10; 0.1 by default.
    /// </summary>
    [Range(0.0, 10.0)]
    public float FeedbackWeight { get; set; } = 0.1f;

    /// <summary>
    /// The number of first hits that words side by side, embeddings and related words rescore; the others keep the order of their words.
    /// 0 (none are rescored) to 10,000; 500 by default.
    /// </summary>
    [Range(0, 10_000)]
    public int RescoringWindow { get; set; } = 500;

    /// <summary>
    /// Queries whose totals are kept for each generation, so that later pages do not count again; those used least recently go first.
    /// 0 (none) to 1,000,000; 1,000 by default.
    /// </summary>
    [Range(0, 1_000_000)]
    public int KnownTotals { get; set; } = 1000;

    /// <summary>How long an older generation is kept for those who are still paging through it. 0 to 1 day; 5 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan KeepGenerations { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Memory for blocks of the index's files that are searched, in MB. 1 to 1,000,000; 512 by default. What does not fit is read from the
    /// system's own cache or from disk each time.
    /// </summary>
    [Range(1, 1_000_000)]
    public int CacheMegabytes { get; set; } = 512;

    /// <summary>
    /// Whether a generation is made ready before it answers: the names, words and columns that its first calls would otherwise read, for half a
    /// second at most, and on beside the first calls after that; once a minute at most, where commits follow one another. False by default, for who
    /// asks once; the service has it on.
    /// </summary>
    public bool WarmUp { get; set; }

    /// <summary>Memory for articles not yet written to disk, in MB. 16 to 2,000; 256 by default.</summary>
    [Range(16, 2000)]
    public int WriteBufferMegabytes { get; set; } = 256;

    /// <summary>
    /// Near-copies are looked for among the last so many articles that came in, and up to as many before them. 1,000 or more; 1,000,000 by
    /// default, which takes some 600 MB at most.
    /// </summary>
    [Range(1000, long.MaxValue)]
    public long CopySpan { get; set; } = 1_000_000;

    /// <summary>Threads that analyse articles while indexing. 0, the default, is one for each core; 1 to 256.</summary>
    [Range(0, 256)]
    public int WriteThreads { get; set; }

    /// <summary>
    /// Which recogniser finds the names of articles that are written, with its weights; <c>none</c> by default. An index has those of one
    /// only, and refuses to be gone on with by another.
    /// </summary>
    public string Recogniser { get; set; } = "none";

    /// <summary>What one query may cost.</summary>
    // Its own, not the shared default: reading settings writes into the object that is there.
    public QueryLimits Limits { get; set; } = new();
}
