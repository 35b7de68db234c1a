using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Searching.Views;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Views;

/// <summary>Scores one article by the first stage.</summary>
internal sealed class ArticleScorer(IndexSearcher searcher, RankedHit article)
{
    private readonly AtomicReaderContext segment = searcher.IndexReader.Leaves[article.Segment];

    /// <summary>Returns null when the query does not match.</summary>
    /// <param name="clauses">Null for a clause that cannot score.</param>
    /// <param name="recency">Null when the recency boost is off.</param>
    public ArticleScores? Score(LuceneQuery query, IEnumerable<LuceneQuery?> clauses, RecencyColumn? recency)
    {
        if (ScoreOf(query) is not { } words)
            return null;
        recency?.Enter(segment.AtomicReader);
        return new ArticleScores(
            words,
            [.. clauses.Select(clause => clause is null ? 0 : ScoreOf(clause) ?? 0)],
            recency?.Of(article.Doc));
    }

    private float? ScoreOf(LuceneQuery query)
    {
        var scorer = searcher.CreateNormalizedWeight(query).GetScorer(segment, segment.AtomicReader.LiveDocs);
        return scorer?.Advance(article.Doc) == article.Doc ? scorer.GetScore() : null;
    }
}
