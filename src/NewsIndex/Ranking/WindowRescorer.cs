using NewsIndex.Queries;

namespace NewsIndex.Ranking;

/// <summary>
/// Scores the first hits of a ranking anew, with what cannot be bounded while hits are collected: words side by side, embeddings, related
/// words. Each only adds to a score, so that rescored hits stay before those behind the window. Knows no engine: an engine hands over
/// statistics and, for each hit, the occurrences of <see cref="Terms"/> and the cosine of <see cref="Meaning"/>.
/// </summary>
internal sealed class WindowRescorer
{
    private readonly PairScore? pairs;
    private readonly RelatedScore? related;

    private WindowRescorer(ScoringWords words, ITermStatistics statistics, RescoringWeights weights)
    {
        var (meaning, terms) = (QueryMeaning.Of(words, weights.Meaning, word => EnglishTerms.Of(word).Count == 0), new WindowTerms());
        Meaning = MeaningScore.Of(meaning, statistics, weights);
        pairs = PairScore.Of(words, statistics, weights, terms);
        related = RelatedScore.Of(meaning, statistics, weights, terms);
        Terms = terms.All;
    }

    /// <summary>The terms whose occurrences are needed, by number.</summary>
    public IReadOnlyList<(string Term, bool HasPositions)> Terms { get; }

    /// <summary>Null when the embedding of the query has no weight.</summary>
    public MeaningScore? Meaning { get; }

    /// <summary>Whether related words have weight.</summary>
    public bool HasRelatedWords => related is not null;

    /// <summary>Null for a query that nothing could be added to.</summary>
    public static WindowRescorer? Of(Query query, ITermStatistics statistics, RescoringWeights weights)
    {
        var rescorer = new WindowRescorer(ScoringWords.Of(query), statistics, weights);
        return rescorer is { Meaning: null, pairs: null, related: null } ? null : rescorer;
    }

    /// <summary>The new score: no less than that of the ranking so far.</summary>
    public float Score(WindowHit hit) => hit.Score + (Added(hit).Sum * hit.AgeWeight);

    /// <summary>The additions to the score of a hit, before age.</summary>
    public AddedScores Added(WindowHit hit)
    {
        var ofPairs = pairs?.Of(hit) ?? 0;
        return new AddedScores(ofPairs, Meaning?.Of(hit.Cosine, hit.Words + ofPairs) ?? 0, related?.Of(hit) ?? 0);
    }
}
