using System.ComponentModel.DataAnnotations;

namespace NewsIndex.Ranking;

/// <summary>Weights of the parts of a score. They order the articles that a query finds and never decide which are found.</summary>
/// <remarks>
/// BM25 ranks all articles. Then the hits in <see cref="RescoringWindow"/> are rescored: score += maximum lexical score × weight × share
/// for each part, where a share is 0 to 1 and the maximum lexical score is (k1 + 1) × the sum of the idf of all query words. The weights
/// were chosen by leaving out one judged collection at a time: see tests/Evaluation/results/quality.md.
/// </remarks>
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
    /// Weight of embedding similarity to the query: the share is the cosine of the query and the best passage of an article. Applies to
    /// English articles and queries of two or more words. 0 (off) to 10; default 0.4.
    /// </summary>
    [Range(0.0, 10.0)]
    public float MeaningWeight { get; set; } = 0.4f;

    /// <summary>
    /// Weight of embedding similarity to the first five hits: the share is the cosine of their mean and the best passage of an article.
    /// Applies as <see cref="MeaningWeight"/> does. 0 (off) to 10; default 0.15.
    /// </summary>
    [Range(0.0, 10.0)]
    public float TopicFeedbackWeight { get; set; } = 0.15f;

    /// <summary>
    /// Weight of the headline: the share is the idf of the query words in the headline, divided by that of all query words. 0 (off) to 10;
    /// default 0.4.
    /// </summary>
    [Range(0.0, 10.0)]
    public float HeadlineWeight { get; set; } = 0.4f;

    /// <summary>
    /// Weight of words that stand together as typed: the share is the third power of the idf of the longest run of query words, divided by
    /// that of all words typed side by side, outside of parentheses and phrases. Applies to the first 50 hits of each language. 0 (off) to
    /// 10; default 0.5.
    /// </summary>
    [Range(0.0, 10.0)]
    public float PhraseWeight { get; set; } = 0.5f;

    /// <summary>
    /// Weight of exact word forms: the share is the idf of the query words that occur in the form that was typed, divided by that of all
    /// query words. 0 (off) to 10; default 0.05.
    /// </summary>
    [Range(0.0, 10.0)]
    public float TypedFormWeight { get; set; } = 0.05f;

    /// <summary>
    /// Weight of pseudo-relevance feedback with words, for requests that ask for it: the BM25 score of the best expansion word is
    /// multiplied by this, and that of each other word by less. 0 (off) to 10; default 0.1.
    /// </summary>
    [Range(0.0, 10.0)]
    public float FeedbackWeight { get; set; } = 0.1f;

    /// <summary>Number of first hits that are rescored; other hits keep their first order. 0 (off) to 10,000; default 200.</summary>
    [Range(0, 10_000)]
    public int RescoringWindow { get; set; } = 200;

    /// <summary>
    /// Weight of the embeddings of passages, in an index that has them; added after the other parts: score += PassageEmbeddingWeight × s ×
    /// (z − the lowest z), where s is the standard deviation of the scores in <see cref="RescoringWindow"/>, and z the standard score,
    /// among them, of the cosine of query and nearest passage. 0 (off) to 10; default 1.4.
    /// </summary>
    /// <remarks>
    /// Applies to queries with three or more distinct words other than stop words, not all of them in phrases. An article without passages,
    /// as in another language than English, has a z of 0. In a window of a few hits, both deviations are drawn towards usual ones.
    /// </remarks>
    [Range(0.0, 10.0)]
    public float PassageEmbeddingWeight { get; set; } = 1.4f;
}
