using NewsIndex.Embeddings;

namespace NewsIndex.Ranking;

/// <summary>
/// Scores related words: the BM25 of each query word, whose frequency includes that of each related word multiplied by their cosine. An
/// article with "monks" and "monasteries" scores higher for "buddhist" than one without them.
/// </summary>
/// <remarks>
/// Generalized translation models: Zuccon et al., "Integrating and Evaluating Neural Word Embeddings in Information Retrieval", 2015;
/// Rekabsaz et al., 2016.
/// </remarks>
internal sealed class RelatedScore
{
    private readonly List<Group> groups;
    private readonly ITermStatistics statistics;
    private readonly OkapiBm25 bm25;

    private RelatedScore(List<Group> groups, ITermStatistics statistics, OkapiBm25 bm25) =>
        (this.groups, this.statistics, this.bm25) = (groups, statistics, bm25);

    /// <summary>
    /// Creates the score; null when the query has no weighted embedding, none of its words is known, or the archive has no English
    /// articles.
    /// </summary>
    /// <param name="terms">Receives the terms whose frequencies are needed.</param>
    public static RelatedScore? Of(QueryEmbedding? meaning, ITermStatistics statistics, RescoringWeights weights, WindowTerms terms)
    {
        if (meaning is null || weights.Related <= 0 || !statistics.Languages.Contains(EnglishTerms.Code))
            return null;
        var groups = meaning.Words.Select(GroupOf).Where(group => group.Words.Count > 0).ToList();
        return groups.Count == 0 ? null : new RelatedScore(groups, statistics, weights.Bm25);

        Group GroupOf(string word)
        {
            var own = EnglishTerms.Of(word).Distinct().ToList();
            var shares = own.ToDictionary(term => term, _ => 1f);
            foreach (var (related, cosine) in RelatedWords.Of(word))
            {
                foreach (var term in EnglishTerms.Of(related))
                    shares.TryAdd(term, cosine);
            }

            return new Group(weights.Related * meaning.Share * EnglishTerms.Idf(own, statistics),
                [.. shares.Select(pair => (terms.WithFrequency(pair.Key), pair.Value))]);
        }
    }

    /// <summary>Computes the score of a hit; 0 or more, and 0 for an article in another language than English.</summary>
    public float Of(WindowHit hit)
    {
        if (hit.Language != EnglishTerms.Language)
            return 0;
        var sum = 0f;
        foreach (var group in groups)
        {
            var frequency = 0f;
            foreach (var (term, share) in group.Words)
                frequency += share * hit.Frequencies[term];
            sum += bm25.Score(group.Idf, frequency, hit.Length, statistics.AverageLength(EnglishTerms.Language));
        }

        return sum;
    }

    /// <param name="Idf">Idf of the query word, multiplied by the weight.</param>
    /// <param name="Words">Numbers of the terms in <see cref="WindowTerms"/>, with the factors of their frequencies.</param>
    private sealed record Group(float Idf, List<(int Term, float Share)> Words);
}
