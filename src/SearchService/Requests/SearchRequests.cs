using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.QueryText;
using SearchService.Errors;
using SearchService.Paging;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>A request as a plan: the only place that checks the ranges of its fields.</summary>
/// <param name="now">What relative dates and the age of articles are counted from.</param>
internal sealed class SearchRequests(QueryLimits limits, DateTimeOffset now)
{
    public const int DefaultPageSize = 10;
    public const int MaximumPageSize = 100;
    private const double MostHalfLifeDays = 36_500;

    /// <summary>Characters of an id, a name or a label: what the contract promises of ids. The longest page token holds one.</summary>
    private const int LongestName = 512;
    private const int LongestToken = 4096;

    /// <param name="tokenField">What the field of the page token is called.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, with what is wrong and where.</exception>
    public (QueryPlan Plan, IReadOnlyList<string> Notices) ToPlan(V1.SearchRequest request, string tokenField = "page_token")
    {
        if (request.PageToken.Length > LongestToken)
            throw ErrorsToStatus.OfField(tokenField, $"{request.PageToken.Length} characters are too many",
                "what the reply before gave, unchanged", "BAD_PAGE_TOKEN");
        if (PageToken.AskedAt(tokenField, request.PageToken) is { } firstPage && firstPage != now)
            return new SearchRequests(limits, firstPage).ToPlan(request, tokenField);
        var reading = Read(request.Query, request.DefaultOperator, request.Syntax, request.Forgiving, request.TimeZone);
        var plan = new QueryPlan
        {
            Query = Bounded(WithFilters(reading.Query!, request)),
            Order = ToOrder(request.OrderBy),
            PageSize = ToPageSize(request.PageSize),
            Generation = ToGeneration(request.Generation),
            AskedAt = reading.DependsOnNow || request.Recency is not null ? now : null,
            Recency = ToRecency(request.Recency),
            UsesFeedback = request.Feedback,
        };
        var after = PageToken.Read(tokenField, request.PageToken, plan);
        if (after is not null && plan.Generation is { } named && after.Generation != named)
            throw ErrorsToStatus.OfField(tokenField, $"this token belongs to generation {after.Generation}", "the generation of the page before, or none", "PAGE_TOKEN_MISMATCH");
        return (plan with { After = after }, [.. reading.Notices.Select(notice => Echo.Within(notice, request.Query))]);
    }

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: what is wrong in the query, and where.</exception>
    public QueryReading Read(string query, V1.SearchRequest.Types.DefaultOperator between, V1.SearchRequest.Types.Syntax syntax, bool forgiving, string timeZone)
    {
        var reading = QueryTextReader.Read(query, new QueryOptions
        {
            DefaultOperator = ToOperator(between, syntax),
            Limits = limits,
            Syntax = syntax switch
            {
                V1.SearchRequest.Types.Syntax.Unspecified or V1.SearchRequest.Types.Syntax.Newssearch => QuerySyntax.NewsSearch,
                V1.SearchRequest.Types.Syntax.Lucene => QuerySyntax.Lucene,
                _ => throw ErrorsToStatus.OfField("syntax", $"{(int)syntax} is no syntax", "NEWSSEARCH or LUCENE", "FIELD_OUT_OF_RANGE"),
            },
            IsForgiving = forgiving,
            Now = now,
            TimeZone = ToTimeZone(timeZone) ?? TimeZoneInfo.Utc,
        });
        return reading.Query is null ? throw ErrorsToStatus.OfQuery(reading.Error!, query) : reading;
    }

    /// <summary>Filters cost what clauses do, and count as them.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: more than a query may have.</exception>
    public void RequireClauses(int clauses)
    {
        if (clauses > limits.Clauses)
            throw ErrorsToStatus.OfQuery(QueryError.TooMany("clauses", limits.Clauses, clauses));
    }

    /// <summary>What can be asked is as bounded in its canonical form, which holds the filters too.</summary>
    private Query Bounded(Query query)
    {
        RequireClauses(query.LeafCount);
        var length = query.ToString().Length;
        return length <= limits.Length
            ? query
            : throw ErrorsToStatus.OfQuery(
            QueryError.TooMany("characters, with its filters and in canonical form,", limits.Length, length));
    }

    /// <summary>Filters are joined to the query as a tree, never as text.</summary>
    private static Query WithFilters(Query query, V1.SearchRequest request)
    {
        var clauses = new List<Query>();
        if (query is Query.And and)
            clauses.AddRange(and.Clauses);
        else if (query is not Query.Everything)
            clauses.Add(query);

        if (request.Published is not null && Published(request.Published) is { } published)
            clauses.Add(published);
        clauses.AddRange(request.Entities.Select(Mentions).Distinct());
        if (request.Sources.Count > 0)
            clauses.Add(AnyOf(
                [.. request.Sources.Select((source, i) => new Query.Labelled(ArticleLabel.Source, Named($"sources[{i}]", source)))
                .Distinct()]));
        if (ToGeneration(request.Since, "since") is { } since)
            clauses.Add(new Query.ArrivedAfter(since));
        if (Collapses(request.Duplicates) && !query.WantsCopiesOnce)
            clauses.Add(new Query.CopiesOnce());

        return clauses.Count switch
        {
            0 => query,
            1 => clauses[0],
            _ => new Query.And(clauses),
        };
    }

    private static bool Collapses(V1.Duplicates duplicates) => duplicates switch
    {
        V1.Duplicates.Unspecified or V1.Duplicates.Show => false,
        V1.Duplicates.Collapse => true,
        _ => throw ErrorsToStatus.OfField("duplicates", $"{(int)duplicates} is no way to show copies", "SHOW or COLLAPSE", "FIELD_OUT_OF_RANGE"),
    };

    private static Query AnyOf(IReadOnlyList<Query> queries) => queries.Count == 1 ? queries[0] : new Query.Or(queries);

    private static Query? Published(V1.DateRange published)
    {
        var from = Date("published.from", published.From);
        var to = Date("published.to", published.To);
        if (from is null && to is null)
            return published.Undated == V1.DateRange.Types.Undated.Exclude ? new Query.Not(new Query.Undated()) : null;

        var range = DateRange.Between(from, to);
        if (range.IsEmpty)
            throw ErrorsToStatus.OfField("published", $"the range ends ({to}) before it begins ({from})", "the earlier date in from", "BAD_DATE");
        Query within = new Query.PublishedIn(range);
        return published.Undated == V1.DateRange.Types.Undated.Include ? new Query.Or([within, new Query.Undated()]) : within;
    }

    private static PartialDate? Date(string field, string text)
    {
        if (text.Length == 0)
            return null;
        return PartialDate.TryParse(text, out var date)
            ? date
            : throw ErrorsToStatus.OfField(field, $"\"{Echo.Of(text)}\" is not a date", "1987, 1987-10, 1987-10-19 or 1987-10-19T14:05:00Z",
                "BAD_DATE");
    }

    private static Query.Mentions Mentions(V1.EntityFilter filter, int i) =>
        new(Named($"entities[{i}].name", filter.Name), EntityRequests.Type($"entities[{i}].type", filter.Type));

    /// <summary>The text itself, if it is no longer than an id may be.</summary>
    public static string Short(string field, string text) => text.Length <= LongestName
        ? text
        : throw ErrorsToStatus.OfField(field, $"{text.Length} characters are too many", $"at most {LongestName}", "FIELD_OUT_OF_RANGE");

    public static string Named(string field, string name) =>
        EntityName.Normalise(Short(field, name)).Length > 0
            ? name.Trim()
            : throw ErrorsToStatus.OfField(field, "there is no name", "a name with a letter or a figure in it", "FIELD_OUT_OF_RANGE");

    public static int ToPageSize(int asked) => InRange("page_size", asked, 1, MaximumPageSize, DefaultPageSize);

    /// <param name="usual">What 0 means.</param>
    public static int InRange(string field, int asked, int least, int most, int usual) => asked == 0 ? usual : asked >= least && asked <= most
        ? asked
        : throw ErrorsToStatus.OfField(field, $"{asked} is out of range", $"{least} to {most}, or 0 for {usual}", "FIELD_OUT_OF_RANGE");

    /// <param name="field">Of the request, to be named in an error.</param>
    public static Generation? ToGeneration(string text, string field = "generation")
    {
        if (text.Length == 0)
            return null;
        return Generation.TryParse(text, out var generation)
            ? generation
            : throw ErrorsToStatus.OfField(field, $"\"{Echo.Of(text)}\" is no generation", "what a reply said in its generation, unchanged",
                "FIELD_OUT_OF_RANGE");
    }

    /// <summary>Null for the empty name.</summary>
    public static TimeZoneInfo? ToTimeZone(string name)
    {
        if (name.Length == 0)
            return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw ErrorsToStatus.OfField("time_zone", $"there is no time zone \"{Echo.Of(name)}\"",
                "a name of the IANA list, such as Europe/Paris", "FIELD_OUT_OF_RANGE");
    }

    private Recency? ToRecency(V1.RecencyOptions? asked) => asked switch
    {
        null => null,
        { HalfLifeDays: > 0 and <= MostHalfLifeDays } => new Recency(TimeSpan.FromDays(asked.HalfLifeDays), now),
        _ => throw ErrorsToStatus.OfField("recency.half_life_days", $"{asked.HalfLifeDays} is out of range", $"more than 0, at most {MostHalfLifeDays:N0}", "FIELD_OUT_OF_RANGE"),
    };

    private static HitOrder ToOrder(string orderBy) => orderBy switch
    {
        "" or "relevance" => HitOrder.Relevance,
        "newest" => HitOrder.Newest,
        "oldest" => HitOrder.Oldest,
        "arrived" => HitOrder.Arrived,
        _ => throw ErrorsToStatus.OfField("order_by", $"\"{Echo.Of(orderBy)}\" is no order", "relevance, newest, oldest or arrived",
            "FIELD_OUT_OF_RANGE"),
    };

    private static DefaultOperator ToOperator(V1.SearchRequest.Types.DefaultOperator asked, V1.SearchRequest.Types.Syntax syntax) => asked switch
    {
        V1.SearchRequest.Types.DefaultOperator.Or => DefaultOperator.Or,
        // Lucene's own default is what queries in its syntax were written for.
        V1.SearchRequest.Types.DefaultOperator.Unspecified when syntax == V1.SearchRequest.Types.Syntax.Lucene => DefaultOperator.Or,
        V1.SearchRequest.Types.DefaultOperator.Unspecified or V1.SearchRequest.Types.DefaultOperator.And => DefaultOperator.And,
        _ => throw ErrorsToStatus.OfField("default_operator", $"{(int)asked} is no operator", "AND or OR", "FIELD_OUT_OF_RANGE"),
    };
}
