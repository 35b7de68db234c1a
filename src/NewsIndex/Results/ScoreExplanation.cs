using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>One thing that adds to a score.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The clause of the query, canonical; or what stands for it.</param>
/// <param name="Score">What it adds; 0 for a clause that only selects.</param>
public sealed record ScorePart(ScorePartKind Kind, string Text, double Score);

public enum ScorePartKind
{
    /// <summary>A clause of the query.</summary>
    Clause,

    /// <summary>Words that are typed and stand side by side.</summary>
    Pairs,

    /// <summary>Words that the best hits share.</summary>
    Feedback,

    /// <summary>How near the article is to the query in meaning.</summary>
    Meaning,

    /// <summary>Words that are related to those of the query, for the first hits.</summary>
    Related,

    /// <summary>Words in the form that was typed.</summary>
    TypedForm,

    /// <summary>What its age takes off.</summary>
    Age,
}

/// <summary>Why an article has its score: the parts add up to it.</summary>
/// <param name="Matches">False when the query does not find the article, which then has no score.</param>
public sealed record ScoreExplanation(bool Matches, double Score, IReadOnlyList<ScorePart> Parts, Generation Generation);
