using System.ComponentModel.DataAnnotations;

namespace NewsIndex.Ranking;

/// <summary>Weights of the parts of a score. They order the articles that a query finds and never decide which are found.</summary>
public sealed class RankingOptions
{
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
}
