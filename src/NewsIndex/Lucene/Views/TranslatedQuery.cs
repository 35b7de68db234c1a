using NewsIndex.Entities;
using NewsIndex.Lucene.Translation;
using NewsIndex.Searching.Views;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Views;

/// <summary>A query with its translation.</summary>
/// <param name="Ranked">Scoring query, which selects the same articles as that of the plan.</param>
internal sealed record TranslatedQuery(Query Source, LucenePlan Plan, LuceneQuery Ranked) : ITranslatedQuery
{
    public IReadOnlyList<EntityReading> Entities => Plan.Entities;

    public IReadOnlyList<string> Notices => Plan.Notices;

    /// <exception cref="ArgumentException">Another engine translated the query.</exception>
    public static TranslatedQuery Of(ITranslatedQuery query) =>
        query as TranslatedQuery ?? throw new ArgumentException($"{query.GetType()} is not a query of this engine", nameof(query));
}
