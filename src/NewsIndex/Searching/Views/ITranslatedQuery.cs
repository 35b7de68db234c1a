using NewsIndex.Entities;
using NewsIndex.Queries;

namespace NewsIndex.Searching.Views;

/// <summary>A query in the form of an engine, for the view that translated it.</summary>
internal interface ITranslatedQuery
{
    /// <summary>The query that was translated.</summary>
    Query Source { get; }

    /// <summary>How each name of an entity was read.</summary>
    IReadOnlyList<EntityReading> Entities { get; }

    /// <summary>Remarks on how the query is answered, as sentences.</summary>
    IReadOnlyList<string> Notices { get; }
}
