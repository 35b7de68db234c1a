using Lucene.Net.Index;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Queries;
using NewsIndex.Results;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Searching;

/// <summary>Splits a score into parts: scores each clause alone for one article, and attributes the rest to the other scores.</summary>
internal sealed class ScoreExplainer(IndexSnapshot snapshot, RankedSearch search, CancellationToken cancellation)
{
    /// <param name="doc">Document number of the article in its segment.</param>
    public ScoreExplanation Explain(QueryPlan plan, AtomicReaderContext segment, int doc)
    {
        var lucene = search.Translate(plan.Query, cancellation);
        if (ScoreOf(lucene.Query, segment, doc) is not { } words)
            return new ScoreExplanation(false, 0, [], snapshot.Generation);

        var clauses = HasOnlyStopWords(plan.Query, lucene.Query, segment, doc) ? [plan.Query] : Clauses(plan.Query);
        var parts =
            clauses.Select(clause => PartOf(clause, ReferenceEquals(clause, plan.Query) ? words : ClauseScore(clause, segment, doc)))
            .ToList();
        var ranking = search.Ranking(plan, cancellation);
        var ranked = ranking.Ranked(lucene);
        var added = ranking.AddedTo(ranked, segment.Ord, doc);
        if (added is { Pairs: > 0 and var pairs })
            parts.Add(new ScorePart(ScorePartKind.Pairs, "words side by side", pairs));
        var withFeedback = plan.UsesFeedback ? ScoreOf(ranked, segment, doc) ?? words : words;
        if (withFeedback > words)
            parts.Add(new ScorePart(ScorePartKind.Feedback, "words of the best hits", withFeedback - words));
        if (added is not null && ranking.HasMeaning)
            parts.Add(new ScorePart(ScorePartKind.Meaning, "nearness of meaning", added.Value.Meaning));

        var first = ranking.Parts();
        first.Enter(segment.AtomicReader);
        var typed = first.Typed?.Of(doc) ?? 0;
        if (first.Typed is not null)
            parts.Add(new ScorePart(ScorePartKind.TypedForm, "words as typed", typed));
        if (added is not null && ranking.HasRelatedWords)
            parts.Add(new ScorePart(ScorePartKind.Related, "related words", added.Value.Related));
        var ageless = withFeedback + typed + (added?.Sum ?? 0);
        var score = ageless * (first.Recency?.Of(doc) ?? 1);
        if (first.Recency is not null)
            parts.Add(new ScorePart(ScorePartKind.Age, "age", score - ageless));
        return new ScoreExplanation(true, score, parts, snapshot.Generation);
    }

    private static ScorePart PartOf(Query clause, double score) => new(ScorePartKind.Clause, clause.ToString(), score);

    /// <summary>True when no clause scores alone, so that the query is explained as a whole.</summary>
    private bool HasOnlyStopWords(Query query, LuceneQuery whole, AtomicReaderContext segment, int doc) =>
        ScoreOf(whole, segment, doc) > 0 && Clauses(query).All(clause => ClauseScore(clause, segment, doc) == 0);

    private static IReadOnlyList<Query> Clauses(Query query) => query switch
    {
        Query.And and => and.Clauses,
        Query.Or or => or.Clauses,
        Query.AndMaybe maybe => [.. Clauses(maybe.Required), .. Clauses(maybe.Preferred)],
        _ => [query],
    };

    /// <summary>Returns 0 for a clause that does not match or does not score.</summary>
    private double ClauseScore(Query clause, AtomicReaderContext segment, int doc)
    {
        if (clause is Query.Not)
            return 0;
        return ScoreOf(search.TranslatePart(clause, cancellation), segment, doc) ?? 0;
    }

    /// <summary>Returns null when the query does not match.</summary>
    private float? ScoreOf(LuceneQuery query, AtomicReaderContext segment, int doc)
    {
        var scorer = snapshot.Searcher.CreateNormalizedWeight(query).GetScorer(segment, segment.AtomicReader.LiveDocs);
        return scorer?.Advance(doc) == doc ? scorer.GetScore() : null;
    }
}
