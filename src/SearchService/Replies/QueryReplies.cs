using NewsIndex.Queries;
using NewsIndex.Results;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes how a query is read, what it costs and how it scores as messages.</summary>
internal static class QueryReplies
{
    public static V1.ParseQueryResponse From(QueryReading reading, QueryCost cost) => new()
    {
        CanonicalQuery = reading.Query!.ToString(),
        Tree = Node(reading.Query),
        Notices = { ReadingReplies.Notices(reading.Notices, cost.Notices, reading.Query) },
        Entities = { cost.Entities.Select(EntityReplies.From) },
        Cost = new V1.QueryCost { Clauses = cost.Clauses, Terms = cost.Terms, Postings = cost.Postings },
    };

    public static V1.ExplainArticleResponse From(ScoreExplanation explanation, QueryPlan plan, IEnumerable<string> notices) => new()
    {
        Matches = explanation.Matches,
        Score = (float)explanation.Score,
        Parts = { explanation.Parts.Select(part => new V1.ScorePart { Kind = From(part.Kind), Text = part.Text, Score = part.Score }) },
        Generation = explanation.Generation.ToString(),
        CanonicalQuery = plan.Query.ToString(),
        Notices = { ReadingReplies.Notices(notices, explanation.Notices, plan.Query) },
        Entities = { explanation.Entities.Select(EntityReplies.From) },
    };

    private static V1.QueryNode Node(Query query) => new()
    {
        Kind = QueryKinds.NameOf(query),
        Text = query.ToString(),
        Parts = { query.Parts.Select(Node) },
    };

    private static V1.ScorePart.Types.Kind From(ScorePartKind kind) => kind switch
    {
        ScorePartKind.Clause => V1.ScorePart.Types.Kind.Clause,
        ScorePartKind.Feedback => V1.ScorePart.Types.Kind.Feedback,
        ScorePartKind.Meaning => V1.ScorePart.Types.Kind.Meaning,
        ScorePartKind.Topic => V1.ScorePart.Types.Kind.Topic,
        ScorePartKind.Headline => V1.ScorePart.Types.Kind.Headline,
        ScorePartKind.Phrase => V1.ScorePart.Types.Kind.Phrase,
        ScorePartKind.TypedForm => V1.ScorePart.Types.Kind.TypedForm,
        ScorePartKind.Passages => V1.ScorePart.Types.Kind.Passages,
        ScorePartKind.Age => V1.ScorePart.Types.Kind.Age,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
