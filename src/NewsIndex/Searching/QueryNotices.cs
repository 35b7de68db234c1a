using NewsIndex.Queries;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>Remarks on how a query is answered: those of the engine, and ids of a query that no article has.</summary>
internal static class QueryNotices
{
    public static ValueTask<IReadOnlyList<string>> OfAsync(
        IIndexView view, ITranslatedQuery query, CancellationToken cancellation) =>
        AsksForCopies(query.Source) ? WithUnknownIdsAsync(view, query, cancellation) : ValueTask.FromResult(query.Notices);

    private static async ValueTask<IReadOnlyList<string>> WithUnknownIdsAsync(
        IIndexView view, ITranslatedQuery query, CancellationToken cancellation)
    {
        List<string> notices = [.. query.Notices];
        foreach (var id in CopiesIn(query.Source).Select(copies => copies.Id).Distinct(StringComparer.Ordinal))
        {
            if (await view.LocateAsync(id, cancellation) is null)
                notices.Add($"No article has the id \"{id}\": copies:\"{id}\" matches nothing.");
        }

        return notices;
    }

    private static bool AsksForCopies(Query query)
    {
        var parts = query.Parts;
        for (var i = 0; i < parts.Count; i++)
        {
            if (AsksForCopies(parts[i]))
                return true;
        }

        return query is Query.CopiesOf;
    }

    private static IEnumerable<Query.CopiesOf> CopiesIn(Query query) =>
        query is Query.CopiesOf copies ? [copies] : query.Parts.SelectMany(CopiesIn);
}
