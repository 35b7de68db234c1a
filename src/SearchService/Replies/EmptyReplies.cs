using NewsIndex.Results;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Why nothing was found, as it is sent.</summary>
internal static class EmptyReplies
{
    public static IEnumerable<string> Notices(EmptyResult? empty) => empty?.Notice is { } notice ? [notice] : [];

    public static V1.EmptyResult? From(EmptyResult? empty) => empty is null ? null : new V1.EmptyResult
    {
        Clauses = { empty.Clauses.Select(clause =>
            new V1.ClauseCount { Text = clause.Text, Alone = clause.Alone, Without = clause.Without }) },
        Missing = { empty.Missing },
        Alternatives = { empty.Alternatives.Select(From) },
    };

    private static V1.Alternative From(Alternative alternative) => new()
    {
        Change = alternative.Change switch
        {
            AlternativeChange.Spelling => V1.Alternative.Types.Change.Spelling,
            AlternativeChange.Widened => V1.Alternative.Types.Change.Widened,
            _ => V1.Alternative.Types.Change.LeftOut,
        },
        Clauses = { alternative.Clauses },
        Replacement = alternative.Replacement,
        Query = alternative.Query,
        Articles = alternative.Articles,
    };
}
