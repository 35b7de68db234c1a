using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Errors;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes how a query was read as messages.</summary>
internal static class ReadingReplies
{
    /// <summary>
    /// Notices of reading a query, then those of answering it. None quotes more than 100 characters of the query in a piece.
    /// </summary>
    /// <param name="read">They quote the query as it was typed, and are cut already.</param>
    public static IEnumerable<string> Notices(IEnumerable<string> read, IEnumerable<string> answered, Query query)
    {
        var text = query.ToString();
        return read.Concat(answered.Select(notice => Echo.Within(notice, text)));
    }

    /// <summary>The first message of an export, without an article.</summary>
    /// <param name="cursor">Where the export begins.</param>
    public static V1.ExportResponse OfExport(
        ExportPart.Reading reading, QueryPlan plan, IEnumerable<string> notices, string cursor) => new()
        {
            Cursor = cursor,
            Generation = reading.Generation.ToString(),
            CanonicalQuery = plan.Query.ToString(),
            Notices = { Notices(notices, reading.Notices, plan.Query) },
            Entities = { reading.Entities.Select(EntityReplies.From) },
        };

    /// <summary>The first message of a concordance, without a line.</summary>
    public static V1.ConcordanceResponse OfConcordance(ExportPart.Reading reading, QueryPlan plan, IEnumerable<string> notices) => new()
    {
        Generation = reading.Generation.ToString(),
        CanonicalQuery = plan.Query.ToString(),
        Notices = { Notices(notices, reading.Notices, plan.Query) },
        Entities = { reading.Entities.Select(EntityReplies.From) },
    };
}
