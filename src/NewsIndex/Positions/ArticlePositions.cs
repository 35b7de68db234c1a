using NewsIndex.Queries;

namespace NewsIndex.Positions;

/// <summary>Positions of words, and of breaks between units of text, in one article.</summary>
internal abstract class ArticlePositions
{
    /// <summary>
    /// The positions of any of some words: sorted, without duplicates. The list is read-only, and valid until the next article is moved to.
    /// </summary>
    public abstract List<Interval> Of(PositionPlan.Terms words);

    /// <summary>Sorted positions of <see cref="TextBreaks"/> of a kind. The headline is a sentence and a paragraph.</summary>
    public abstract IReadOnlyList<int> Breaks(BreakKind kind);

    /// <summary>Counts intervals that were made of others against the limit of the query, where it has one.</summary>
    /// <exception cref="QueryTooExpensiveException">The limit is exceeded.</exception>
    public virtual void Charge(int intervals)
    {
    }
}
