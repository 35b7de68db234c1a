using NewsIndex.Articles;
using NewsIndex.Queries;
using NewsIndex.QueryText;
using SearchService.Errors;
using SearchService.Paging;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>Reads requests into plans and checks the range of every field; no other folder does.</summary>
/// <param name="now">Time that relative dates and the age of articles count from.</param>
internal sealed class SearchRequests(QueryLimits limits, DateTimeOffset now)
{
    private const double MaxHalfLifeDays = 36_500;
    private const int DefaultSuggestions = 5;
    private const int MaxSuggestions = 20;

    /// <summary>Longest page token, in characters: one that holds the longest id is shorter.</summary>
    private const int MaxTokenLength = 4096;

    /// <summary>Reads a search with its filters, joined to the query as clauses.</summary>
    /// <param name="tokens">The field that the page token was given in; null for that of a search.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: a field or the query is invalid.</exception>
    public (QueryPlan Plan, IReadOnlyList<string> Notices) ToPlan(V1.SearchRequest request, TokenField? tokens = null)
    {
        var field = tokens ?? TokenField.OfSearch;
        if (request.PageToken.Length > MaxTokenLength)
            throw PageToken.Invalid(field);
        if (PageToken.AskedAt(field, request.PageToken) is { } firstPage && firstPage != now)
            return new SearchRequests(limits, firstPage).ToPlan(request, field);
        var reading = Read(request.Query, request.DefaultOperator, request.Syntax, request.Forgiving, request.TimeZone);
        var plan = new QueryPlan
        {
            Query = Bounded(WithFilters(reading.Query!, request)),
            Order = ToOrder(request.OrderBy),
            PageSize = FieldChecks.PageSize(request.PageSize),
            Generation = FieldChecks.ToGeneration("generation", request.Generation),
            AskedAt = reading.DependsOnNow || request.Recency is not null ? now : null,
            Recency = ToRecency(request.Recency),
            UsesFeedback = request.Feedback,
            Totals = ToTotals(request.Totals),
            Detail = ToDetail(request.View),
        };
        return (plan with { After = After(field, request.PageToken, plan) }, reading.Notices);
    }

    /// <summary>Reads a query. Notices quote at most 100 characters of it in one piece.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: the query is invalid, with the position of the error.</exception>
    public QueryReading Read(
        string query, V1.SearchRequest.Types.DefaultOperator between, V1.SearchRequest.Types.Syntax syntax, bool forgiving, string timeZone)
    {
        var reading = TryRead(query, between, syntax, forgiving, timeZone);
        return reading.Query is null ? throw ErrorsToStatus.OfQuery(reading.Error!, query) : reading;
    }

    /// <summary>Reads a query as <see cref="Read"/>; an invalid one has its error in the reading.</summary>
    public QueryReading TryRead(
        string query, V1.SearchRequest.Types.DefaultOperator between, V1.SearchRequest.Types.Syntax syntax, bool forgiving, string timeZone)
    {
        var reading = QueryTextReader.Read(query, new QueryOptions
        {
            DefaultOperator = ToOperator(between, syntax),
            Limits = limits,
            Syntax = ToSyntax(syntax),
            IsForgiving = forgiving,
            Now = now,
            TimeZone = FieldChecks.ToTimeZone(timeZone) ?? TimeZoneInfo.Utc,
        });
        return reading with { Notices = [.. reading.Notices.Select(notice => Echo.Within(notice, query))] };
    }

    /// <summary>Reads a text that is still being typed, forgivingly; its query is null while it is not one yet.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: the text is too long, or limit is out of range.</exception>
    public (string Typed, Query? Query, int Limit) ToSuggestion(V1.SuggestRequest request)
    {
        var limit = FieldChecks.InRange("limit", request.Limit, 1, MaxSuggestions, DefaultSuggestions);
        if (request.Text.Length > limits.Length)
            throw ErrorsToStatus.OfQuery(QueryError.TooMany("characters", limits.Length, request.Text.Length));
        var reading = QueryTextReader.Read(request.Text, new QueryOptions { IsForgiving = true, Limits = limits, Now = now });
        return (request.Text, reading.Query, limit);
    }

    /// <summary>Checks a number of clauses. Filters cost as much as clauses and count as such.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT (QUERY_TOO_EXPENSIVE).</exception>
    public void RequireClauses(int clauses)
    {
        if (clauses > limits.Clauses)
            throw ErrorsToStatus.OfQuery(QueryError.TooMany("clauses", limits.Clauses, clauses));
    }

    /// <summary>Bounds the canonical text, which holds the filters too, so that it can be sent back as a query.</summary>
    private Query Bounded(Query query)
    {
        RequireClauses(query.LeafCount);
        var length = query.ToString().Length;
        return length <= limits.Length
            ? query
            : throw ErrorsToStatus.OfQuery(
                QueryError.TooMany("characters, with its filters and in canonical form,", limits.Length, length));
    }

    private static PageCursor? After(TokenField field, string token, QueryPlan plan)
    {
        var after = PageToken.Read(field, token, plan);
        if (after is not null && plan.Generation is { } named && after.Generation != named)
            throw PageToken.Mismatch(field, $"generation {after.Generation}", "the generation of the previous page, or none");
        return after;
    }

    /// <summary>Joins filters to the query as a tree; as text they could change how it is read.</summary>
    private static Query WithFilters(Query query, V1.SearchRequest request)
    {
        List<Query> clauses = [.. ClausesOf(query), .. FiltersOf(request)];
        if (Collapses(request.Duplicates) && !query.WantsCopiesOnce)
            clauses.Add(new Query.CopiesOnce());
        return clauses.Count switch
        {
            0 => query,
            1 => clauses[0],
            _ => new Query.And(clauses),
        };
    }

    private static IEnumerable<Query> ClausesOf(Query query) => query switch
    {
        Query.And and => and.Clauses,
        Query.Everything => [],
        _ => [query],
    };

    private static IEnumerable<Query> FiltersOf(V1.SearchRequest request)
    {
        if (request.Published is not null && Published(request.Published) is { } published)
            yield return published;
        foreach (var mentions in request.Entities.Select(Mentions).Distinct())
            yield return mentions;
        if (request.Sources.Count > 0)
            yield return AnyOf([.. request.Sources.Select(FromSource).Distinct()]);
        if (FieldChecks.ToGeneration("since", request.Since) is { } since)
            yield return new Query.ArrivedAfter(since);
    }

    private static Query.Mentions Mentions(V1.EntityFilter filter, int i) =>
        new(FieldChecks.Name($"entities[{i}].name", filter.Name), EntityRequests.Type($"entities[{i}].type", filter.Type));

    private static Query FromSource(string source, int i) =>
        new Query.Labelled(ArticleLabel.Source, FieldChecks.Name($"sources[{i}]", source));

    private static Query AnyOf(IReadOnlyList<Query> queries) => queries.Count == 1 ? queries[0] : new Query.Or(queries);

    private static Query? Published(V1.DateRange published)
    {
        var from = Date("published.from", published.From);
        var to = Date("published.to", published.To);
        if (from is null && to is null)
            return published.Undated == V1.DateRange.Types.Undated.Exclude ? new Query.Not(new Query.Undated()) : null;

        var range = DateRange.Between(from, to);
        if (range.IsEmpty)
            throw ErrorsToStatus.OfField("published", $"ends ({to}) before it begins ({from})", "the earlier date in from", "BAD_DATE");
        Query within = new Query.PublishedIn(range);
        return published.Undated == V1.DateRange.Types.Undated.Include ? new Query.Or([within, new Query.Undated()]) : within;
    }

    private static PartialDate? Date(string field, string text)
    {
        if (text.Length == 0)
            return null;
        return PartialDate.TryParse(text, out var date)
            ? date
            : throw ErrorsToStatus.OfValue(field, text, "1987, 1987-10, 1987-10-19 or 1987-10-19T14:05:00Z", "BAD_DATE");
    }

    private Recency? ToRecency(V1.RecencyOptions? asked) => asked switch
    {
        null => null,
        { HalfLifeDays: > 0 and <= MaxHalfLifeDays } => new Recency(TimeSpan.FromDays(asked.HalfLifeDays), now),
        _ => throw ErrorsToStatus.OfRange(
            "recency.half_life_days", $"{asked.HalfLifeDays}", $"more than 0, at most {MaxHalfLifeDays:N0}"),
    };

    private static HitOrder ToOrder(string orderBy) => orderBy switch
    {
        "" or "relevance" => HitOrder.Relevance,
        "newest" => HitOrder.Newest,
        "oldest" => HitOrder.Oldest,
        "arrived" => HitOrder.Arrived,
        _ => throw ErrorsToStatus.OfValue("order_by", orderBy, "relevance, newest, oldest or arrived"),
    };

    private static DefaultOperator ToOperator(V1.SearchRequest.Types.DefaultOperator asked, V1.SearchRequest.Types.Syntax syntax) =>
        asked switch
        {
            V1.SearchRequest.Types.DefaultOperator.Or => DefaultOperator.Or,
            // Queries in Lucene's syntax were written for Lucene's own default.
            V1.SearchRequest.Types.DefaultOperator.Unspecified when syntax == V1.SearchRequest.Types.Syntax.Lucene => DefaultOperator.Or,
            V1.SearchRequest.Types.DefaultOperator.Unspecified or V1.SearchRequest.Types.DefaultOperator.And => DefaultOperator.And,
            _ => throw ErrorsToStatus.OfValue("default_operator", (int)asked, "AND or OR"),
        };

    private static QuerySyntax ToSyntax(V1.SearchRequest.Types.Syntax asked) => asked switch
    {
        V1.SearchRequest.Types.Syntax.Unspecified or V1.SearchRequest.Types.Syntax.Newssearch => QuerySyntax.NewsSearch,
        V1.SearchRequest.Types.Syntax.Lucene => QuerySyntax.Lucene,
        _ => throw ErrorsToStatus.OfValue("syntax", (int)asked, "NEWSSEARCH or LUCENE"),
    };

    private static TotalKinds ToTotals(V1.SearchRequest.Types.Totals asked) => asked switch
    {
        V1.SearchRequest.Types.Totals.Unspecified or V1.SearchRequest.Types.Totals.All => TotalKinds.All,
        V1.SearchRequest.Types.Totals.Articles => TotalKinds.Articles,
        V1.SearchRequest.Types.Totals.None => TotalKinds.None,
        _ => throw ErrorsToStatus.OfValue("totals", (int)asked, "ALL, ARTICLES or NONE"),
    };

    private static HitDetail ToDetail(V1.SearchRequest.Types.View asked) => asked switch
    {
        V1.SearchRequest.Types.View.Unspecified or V1.SearchRequest.Types.View.Full => HitDetail.Snippets,
        V1.SearchRequest.Types.View.Basic => HitDetail.Heading,
        _ => throw ErrorsToStatus.OfValue("view", (int)asked, "VIEW_BASIC or VIEW_FULL"),
    };

    private static bool Collapses(V1.Duplicates duplicates) => duplicates switch
    {
        V1.Duplicates.Unspecified or V1.Duplicates.Show => false,
        V1.Duplicates.Collapse => true,
        _ => throw ErrorsToStatus.OfValue("duplicates", (int)duplicates, "SHOW or COLLAPSE"),
    };
}
