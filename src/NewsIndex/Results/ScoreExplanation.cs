using NewsIndex.Entities;
using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>One part of a score.</summary>
/// <param name="Kind">The kind of part.</param>
/// <param name="Text">The clause of the query as canonical text, or a description.</param>
/// <param name="Score">The part of the score; 0 for a clause that only selects.</param>
public sealed record ScorePart(ScorePartKind Kind, string Text, double Score);

public enum ScorePartKind
{
    /// <summary>A clause of the query.</summary>
    Clause,

    /// <summary>Words added by pseudo-relevance feedback.</summary>
    Feedback,

    /// <summary>Embedding similarity of query and article.</summary>
    Meaning,

    /// <summary>Embedding similarity of the first hits and the article.</summary>
    Topic,

    /// <summary>Words of the query in the headline.</summary>
    Headline,

    /// <summary>Words of the query that stand together as typed.</summary>
    Phrase,

    /// <summary>Words in the typed form.</summary>
    TypedForm,

    /// <summary>Embedding similarity of query and nearest passage by a network.</summary>
    Passages,

    /// <summary>The recency factor, as the difference that it makes.</summary>
    Age,
}

/// <summary>The parts of an article's score, which add up to it.</summary>
/// <param name="Matches">False when the query does not find the article, which then has no score.</param>
public sealed record ScoreExplanation(bool Matches, double Score, IReadOnlyList<ScorePart> Parts, Generation Generation)
{
    /// <summary>Remarks on how the query was answered, as sentences.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>How each name of an entity in the query was read.</summary>
    public IReadOnlyList<EntityReading> Entities { get; init; } = [];
}
