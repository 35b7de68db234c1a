using NewsIndex.Positions;

namespace NewsIndex.Results;

/// <summary>Positions in an article of which the ranges of text are known too.</summary>
internal abstract class MarkedPositions : ArticlePositions
{
    /// <summary>The range of a word in the text of headline and body, joined by one character.</summary>
    /// <param name="position">One of those that <see cref="ArticlePositions.Of"/> returns for the words.</param>
    public abstract TextRange RangeAt(PositionPlan.Terms words, int position);
}
