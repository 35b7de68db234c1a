using NewsIndex.Articles;
using NewsIndex.Queries;
using NewsIndex.QueryText;

namespace Evaluation.Speed;

/// <summary>One timed query: <c>kind, query, from, to, sort</c>, parted by tabs, a line each.</summary>
/// <param name="Text">Lucene's syntax; words are joined by OR.</param>
/// <param name="From">A day, or empty.</param>
/// <param name="Sort">relevance, date_desc, count or facet_source.</param>
internal sealed record QueryCase(string Kind, string Text, string From, string To, string Sort)
{
    public static IReadOnlyList<QueryCase> Read(string path) =>
        [
            .. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(
                part => new QueryCase(part[0], part[1], part[2], part[3], part[4]))];

    /// <summary>Asks for the ten sources with the most articles rather than for hits.</summary>
    public bool IsFacet => Sort == "facet_source";

    /// <summary>From the text to a plan for ten ids, parsing included.</summary>
    public QueryPlan ToPlan()
    {
        var reading = QueryTextReader.Read(Text, new QueryOptions { DefaultOperator = DefaultOperator.Or, Syntax = QuerySyntax.Lucene });
        var query = reading.Query ?? throw new InvalidDataException($"{Kind}: {Text}: {reading.Error}");
        if (From.Length > 0)
            query = new Query.And([query, new Query.PublishedIn(DateRange.Between(Day(From), Day(To)))]);
        return new QueryPlan
        {
            Query = query,
            Order = Sort == "date_desc" ? HitOrder.Newest : HitOrder.Relevance,
            PageSize = Sort == "count" ? 0 : 10,
            Detail = HitDetail.Id,
            // As the other engines: texts and sources are counted by none of them.
            Totals = TotalKinds.Articles,
        };
    }

    private static PartialDate Day(string text) =>
        PartialDate.TryParse(text, out var date) ? date : throw new InvalidDataException($"{text} is not a day");
}
