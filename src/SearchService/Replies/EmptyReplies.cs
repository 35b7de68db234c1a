using NewsIndex.Results;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes the explanation of an empty result as a message.</summary>
internal static class EmptyReplies
{
    /// <summary>The notices of a result, with that of its explanation last.</summary>
    public static IEnumerable<string> Notices(IEnumerable<string> notices, EmptyResult? empty) =>
        empty?.Notice is { } notice ? notices.Append(notice) : notices;

    /// <summary>Null when the result is not empty, or there is nothing to explain.</summary>
    public static V1.EmptyResult? From(EmptyResult? empty) => empty is null ? null : new V1.EmptyResult
    {
        Clauses = { empty.Clauses.Select(From) },
        Missing = { empty.Missing },
        Alternatives = { empty.Alternatives.Select(From) },
    };

    private static V1.ClauseCount From(ClauseCount clause) =>
        new() { Text = clause.Text, Alone = clause.Alone, Without = clause.Without };

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
