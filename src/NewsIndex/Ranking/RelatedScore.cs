using NewsIndex.Embeddings;

namespace NewsIndex.Ranking;

/// <summary>
/// The score of words that are related to those of the query: each word of the query scores again by BM25, a related word counting as much
/// of it as the cosine between the two. An article that says "monks" and "monasteries" as well is about "buddhist" more than one that only
/// has the word.
/// </summary>
/// <remarks>
/// After the generalised translation models of Zuccon et al., "Integrating and Evaluating Neural Word Embeddings in Information
/// Retrieval", 2015, and of Rekabsaz et al., 2016.
/// </remarks>
internal sealed class RelatedScore
{
    private readonly List<Group> groups;
    private readonly ITermStatistics statistics;
    private readonly OkapiBm25 bm25;

    private RelatedScore(List<Group> groups, ITermStatistics statistics, OkapiBm25 bm25) =>
        (this.groups, this.statistics, this.bm25) = (groups, statistics, bm25);

    /// <summary>Null where the embedding of the query has no weight, no word is in the archive, or no article is in English.</summary>
    /// <param name="terms">Takes the terms whose frequencies are needed.</param>
    public static RelatedScore? Of(QueryMeaning? meaning, ITermStatistics statistics, RescoringWeights weights, WindowTerms terms)
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
                [.. shares.Select(pair => (terms.Counted(pair.Key), pair.Value))]);
        }
    }

    /// <summary>0 or more; 0 for an article that is not in English.</summary>
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

    /// <param name="Idf">Multiplied by its weight.</param>
    /// <param name="Words">Numbers of terms, see <see cref="WindowTerms"/>.</param>
    private sealed record Group(float Idf, List<(int Term, float Share)> Words);
}
