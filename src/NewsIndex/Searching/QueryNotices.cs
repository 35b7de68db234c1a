using NewsIndex.Queries;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>Remarks on how a query is answered: those of the engine, and ids of a query that no article has.</summary>
internal static class QueryNotices
{
    public static async ValueTask<IReadOnlyList<string>> OfAsync(
        IIndexView view, ITranslatedQuery query, CancellationToken cancellation)
    {
        var asked = CopiesIn(query.Source).Select(copies => copies.Id).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0)
            return query.Notices;
        List<string> notices = [.. query.Notices];
        foreach (var id in asked)
        {
            if (await view.LocateAsync(id, cancellation) is null)
                notices.Add($"No article has the id \"{id}\": copies:\"{id}\" matches nothing.");
        }

        return notices;
    }

    private static IEnumerable<Query.CopiesOf> CopiesIn(Query query) =>
        query is Query.CopiesOf copies ? [copies] : query.Parts.SelectMany(CopiesIn);
}
