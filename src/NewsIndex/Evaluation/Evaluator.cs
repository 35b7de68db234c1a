namespace NewsIndex.Evaluation;

/// <summary>
/// A query in a segment: selects documents as sets and scores those that are asked for, many at a time. Deleted documents are not told
/// from others. Used by one thread.
/// </summary>
internal abstract class Evaluator
{
    /// <summary>No fewer than the matches; compared to choose the part that leads.</summary>
    public abstract long Cost { get; }

    /// <summary>True for a part that selects, and adds nothing to scores.</summary>
    public virtual bool OnlySelects => false;

    /// <summary>Adds the matches to a set.</summary>
    public abstract void AddTo(Span<long> found);

    /// <summary>Removes other documents from a set.</summary>
    public abstract void Keep(Span<long> found);

    /// <summary>Scores documents as the scorers of Lucene do, to the bit.</summary>
    /// <param name="docs">In ascending order.</param>
    /// <param name="into">As long; 0 for a document that does not match.</param>
    public abstract void Score(ReadOnlySpan<int> docs, Span<float> into);

    /// <summary>Scores documents that are known to match.</summary>
    /// <inheritdoc cref="Score"/>
    public virtual void ScoreMatches(ReadOnlySpan<int> docs, Span<float> into) => Score(docs, into);
}
