using NewsIndex.Lucene.Documents;
using NewsIndex.Positions;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Positions;

/// <summary>Where the words of one article stand.</summary>
internal abstract class ArticlePositions
{
    /// <summary>In order of their start, without doubles. Not to be changed, and good until another article is moved to.</summary>
    public abstract List<Interval> Of(PositionPlan.Terms words);

    /// <summary>Where sentences, paragraphs or quotations begin, in order: see <see cref="BreakTokens"/>. The headline is a sentence and a paragraph.</summary>
    public abstract IReadOnlyList<int> Breaks(string term);

    /// <summary>Counts places that were made of others against the limit of the query, where it has one.</summary>
    /// <exception cref="QueryTooExpensiveException">More than the limit.</exception>
    public virtual void Charge(int places)
    {
    }
}
