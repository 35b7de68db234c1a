using NewsIndex.Embeddings;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>Splits a score into parts: scores each clause alone for one article, and attributes the rest to the other scores.</summary>
/// <param name="vectors">Null to rank without embeddings of passages.</param>
internal sealed class ScoreExplainer(
    IIndexView view, RankingOptions options, QueryVectors? vectors, CancellationToken cancellation)
{
    public async Task<ScoreExplanation> ExplainAsync(QueryPlan plan, RankedHit article)
    {
        var query = await view.TranslateAsync(plan.Query, cancellation);
        var clauses = Clauses(plan.Query);
        var ranking = await StagedRanking.OfAsync(view, options, vectors, plan, cancellation);
        if (await ranking.ScoreAsync(article, query, clauses) is not { } scores)
            return await ExplanationAsync(false, 0, [], query);

        var parts = OfClauses(plan.Query, clauses, scores).ToList();
        var ranked = await ranking.RankedAsync(query);
        var (added, passages) = await ranking.AddedToAsync(ranked, article);
        var withFeedback = ReferenceEquals(ranked, query)
            ? scores.Words
            : (await ranking.ScoreAsync(article, ranked, []))?.Words ?? scores.Words;
        if (withFeedback > scores.Words)
            parts.Add(new ScorePart(ScorePartKind.Feedback, "words of the best hits", withFeedback - scores.Words));
        if (added is not null)
            parts.AddRange(OfRescoring(added.Value));
        if (passages is not null)
            parts.Add(new ScorePart(ScorePartKind.Passages, "nearest passage", passages.Value));
        var ageless = withFeedback + (added?.Sum ?? 0) + (passages ?? 0);
        var score = ageless * (scores.Age ?? 1);
        if (scores.Age is not null)
            parts.Add(new ScorePart(ScorePartKind.Age, "age", score - ageless));
        return await ExplanationAsync(true, score, parts, query);
    }

    private async ValueTask<ScoreExplanation> ExplanationAsync(
        bool matches, double score, IReadOnlyList<ScorePart> parts, ITranslatedQuery query) =>
        new(matches, score, parts, view.Generation)
        {
            Notices = await QueryNotices.OfAsync(view, query, cancellation),
            Entities = query.Entities,
        };

    /// <summary>A query of stop words alone, of which no clause scores, is explained as a whole.</summary>
    private static IEnumerable<ScorePart> OfClauses(Query query, IReadOnlyList<Query> clauses, ArticleScores scores) =>
        clauses is [var only] && ReferenceEquals(only, query) || (scores.Words > 0 && scores.Clauses.All(score => score == 0))
            ? [PartOf(query, scores.Words)]
            : clauses.Zip(scores.Clauses, PartOf);

    /// <summary>The parts that added something.</summary>
    private static IEnumerable<ScorePart> OfRescoring(AddedScores added) => ((ScorePart[])[
        new(ScorePartKind.Meaning, "embedding similarity to the query", added.Meaning),
        new(ScorePartKind.Topic, "embedding similarity to the first hits", added.Topic),
        new(ScorePartKind.Headline, "words in the headline", added.Headline),
        new(ScorePartKind.Phrase, "words together as typed", added.Phrase),
        new(ScorePartKind.TypedForm, "words in the typed form", added.TypedForm)]).Where(part => part.Score > 0);

    private static ScorePart PartOf(Query clause, float score) => new(ScorePartKind.Clause, clause.ToString(), score);

    private static IReadOnlyList<Query> Clauses(Query query) => query switch
    {
        Query.And and => and.Clauses,
        Query.Or or => or.Clauses,
        Query.AndMaybe maybe => [.. Clauses(maybe.Required), .. Clauses(maybe.Preferred)],
        _ => [query],
    };
}
