using NewsIndex.Queries;

namespace NewsIndex.Ranking;

/// <summary>
/// Rescores the first hits with scores that have no cheap upper bound: term dependence, embeddings and related words. Scores only increase,
/// so rescored hits stay ahead of those behind the window. Independent of the engine, which provides statistics and, for each hit, the
/// occurrences of <see cref="Terms"/> and the cosine with <see cref="Meaning"/>.
/// </summary>
internal sealed class WindowRescorer
{
    private readonly TermDependence? pairs;
    private readonly RelatedScore? related;

    private WindowRescorer(ScoringWords words, ITermStatistics statistics, RescoringWeights weights)
    {
        var (meaning, terms) = (QueryEmbedding.Of(words, weights.Meaning, word => EnglishTerms.Of(word).Count == 0), new WindowTerms());
        Meaning = SemanticBoost.Of(meaning, statistics, weights);
        pairs = TermDependence.Of(words, statistics, weights, terms);
        related = RelatedScore.Of(meaning, statistics, weights, terms);
        Terms = terms.All;
        HasOnlyOnePair = Meaning is null && related is null && words.Neighbors.Count == 2;
    }

    /// <summary>Terms whose occurrences are needed, by number.</summary>
    public IReadOnlyList<(string Term, bool HasPositions)> Terms { get; }

    /// <summary>Semantic boost; null when the embedding of the query has no weight.</summary>
    public SemanticBoost? Meaning { get; }

    /// <summary>
    /// True when one pair of words is all that can change a score. Told from the typed words alone: the languages of an index must not
    /// change which articles of one of them are rescored.
    /// </summary>
    public bool HasOnlyOnePair { get; }

    /// <summary>True when related words have a weight.</summary>
    public bool HasRelatedWords => related is not null;

    /// <summary>Creates the rescorer; null for a query whose scores it could not change.</summary>
    public static WindowRescorer? Of(Query query, ITermStatistics statistics, RescoringWeights weights)
    {
        var rescorer = new WindowRescorer(ScoringWords.Of(query), statistics, weights);
        return rescorer is { Meaning: null, pairs: null, related: null } ? null : rescorer;
    }

    /// <summary>Returns the new score of a hit; not less than its first-stage score.</summary>
    public float Score(WindowHit hit) => hit.Score + (Added(hit).Sum * hit.AgeWeight);

    /// <summary>Returns the additions to the score of a hit, before the recency boost.</summary>
    public AddedScores Added(WindowHit hit)
    {
        var ofPairs = pairs?.Of(hit) ?? 0;
        return new AddedScores(ofPairs, Meaning?.Of(hit.Cosine, hit.Words + ofPairs) ?? 0, related?.Of(hit) ?? 0);
    }
}
