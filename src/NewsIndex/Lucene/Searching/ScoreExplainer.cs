using Lucene.Net.Index;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Queries;
using NewsIndex.Results;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Searching;

/// <summary>Takes a score apart: each clause is asked for alone what it gives the one article, and what is left has other reasons.</summary>
internal sealed class ScoreExplainer(IndexSnapshot snapshot, RankedSearch search, CancellationToken cancellation)
{
    /// <param name="doc">Of the article, in its segment.</param>
    public ScoreExplanation Explain(QueryPlan plan, AtomicReaderContext segment, int doc)
    {
        var lucene = search.Translate(plan.Query, cancellation);
        if (ScoreOf(lucene.Query, segment, doc) is not { } words)
            return new ScoreExplanation(false, 0, [], snapshot.Generation);

        var parts = (HasOnlyStopWords(plan.Query, lucene.Query, segment, doc) ? [plan.Query] : Clauses(plan.Query)).Select(clause => new ScorePart(ScorePartKind.Clause, clause.ToString(), ReferenceEquals(clause, plan.Query) ? words : ClauseScore(clause, segment, doc))).ToList();
        var withPairs = ScoreOf(search.Ranked(plan with { UsesFeedback = false }, lucene, cancellation), segment, doc) ?? words;
        if (withPairs > words)
            parts.Add(new ScorePart(ScorePartKind.Pairs, "words side by side", withPairs - words));
        var withFeedback = plan.UsesFeedback ? ScoreOf(search.Ranked(plan, lucene, cancellation), segment, doc) ?? withPairs : withPairs;
        if (withFeedback > withPairs)
            parts.Add(new ScorePart(ScorePartKind.Feedback, "words of the best hits", withFeedback - withPairs));

        var ranking = search.PartsOf(plan);
        ranking.Enter(segment.AtomicReader);
        if (ranking.Nearness is { } nearness)
            parts.Add(new ScorePart(ScorePartKind.Meaning, "nearness of meaning", nearness.Of(doc, withFeedback)));
        if (ranking.Typed is { } typed)
            parts.Add(new ScorePart(ScorePartKind.TypedForm, "words as typed", typed.Of(doc)));
        var withMeaning = (ranking with { Recency = null }).Score(doc, withFeedback) + (ranking.Typed?.Of(doc) ?? 0);
        var related = search.AddedByRelated(plan, lucene, segment.Ord, doc, cancellation);
        if (related is { } added)
            parts.Add(new ScorePart(ScorePartKind.Related, "related words", added));
        var ageless = withMeaning + (related ?? 0);
        var score = ageless * (ranking.Recency?.Of(doc) ?? 1);
        if (ranking.Recency is not null)
            parts.Add(new ScorePart(ScorePartKind.Age, "age", score - ageless));
        return new ScoreExplanation(true, score, parts, snapshot.Generation);
    }

    /// <summary>Whether the clauses are nothing one by one, so that the query stands for itself.</summary>
    private bool HasOnlyStopWords(Query query, LuceneQuery whole, AtomicReaderContext segment, int doc) =>
        ScoreOf(whole, segment, doc) > 0 && Clauses(query).All(clause => ClauseScore(clause, segment, doc) == 0);

    private static IReadOnlyList<Query> Clauses(Query query) => query switch
    {
        Query.And and => and.Clauses,
        Query.Or or => or.Clauses,
        Query.AndMaybe maybe => [.. Clauses(maybe.Required), .. Clauses(maybe.Preferred)],
        _ => [query],
    };

    /// <summary>0 for a clause that does not match, or only selects.</summary>
    private double ClauseScore(Query clause, AtomicReaderContext segment, int doc)
    {
        if (clause is Query.Not)
            return 0;
        return ScoreOf(search.TranslatePart(clause, cancellation), segment, doc) ?? 0;
    }

    /// <summary>Null when it does not match.</summary>
    private float? ScoreOf(LuceneQuery query, AtomicReaderContext segment, int doc)
    {
        var scorer = snapshot.Searcher.CreateNormalizedWeight(query).GetScorer(segment, segment.AtomicReader.LiveDocs);
        return scorer?.Advance(doc) == doc ? scorer.GetScore() : null;
    }
}
