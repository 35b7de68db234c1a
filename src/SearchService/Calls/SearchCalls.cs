using Grpc.Core;
using Microsoft.Extensions.Options;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.QueryText;
using NewsIndex.Results;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Replies;
using SearchService.Requests;
using SearchService.Settings;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>newssearch.v1.SearchService: query → plan → hits → reply.</summary>
internal sealed class SearchCalls(IArticleSearcher searcher, IOptions<SearchOptions> options, TimeProvider clock) : V1.SearchService.SearchServiceBase
{
    private const int MostSearchesInABatch = 1000;
    private const int MostSuggestions = 20;
    private const int UsualSuggestions = 5;

    /// <summary>Lines of a concordance that are sorted in memory.</summary>
    private const int MostSortedLines = 200_000;

    private SearchRequests Requests => new(options.Value.Index.Limits, clock.GetUtcNow());

    public override async Task<V1.SearchResponse> Search(V1.SearchRequest request, ServerCallContext context)
    {
        var (plan, notices) = Requests.ToPlan(request);
        return SearchReplies.From(await searcher.SearchAsync(plan, CallDeadline.Of(context)), plan, notices);
    }

    public override async Task<V1.AggregateResponse> Aggregate(V1.AggregateRequest request, ServerCallContext context)
    {
        var (plan, notices) = AggregateRequests.ToPlan(request, Requests);
        return AggregateReplies.From(await searcher.AggregateAsync(plan, CallDeadline.Of(context)), plan, notices);
    }

    public override async Task<V1.BatchSearchResponse> BatchSearch(V1.BatchSearchRequest request, ServerCallContext context)
    {
        if (request.Requests.Count > MostSearchesInABatch)
            throw ErrorsToStatus.OfField("requests", $"there are {request.Requests.Count}", $"at most {MostSearchesInABatch}", "FIELD_OUT_OF_RANGE");
        var (requests, reply) = (Requests, new V1.BatchSearchResponse());
        Generation? generation = null;
        foreach (var each in request.Requests)
        {
            try
            {
                CallDeadline.Of(context).ThrowIfCancellationRequested();
                var (plan, notices) = requests.ToPlan(each);
                var page = await searcher.SearchAsync(plan with { Generation = plan.Generation ?? generation }, CallDeadline.Of(context));
                generation ??= plan.Generation is null ? page.Generation : null;
                reply.Results.Add(new V1.BatchResult { Response = SearchReplies.From(page, plan, notices) });
            }
            catch (Exception e) when (!context.CancellationToken.IsCancellationRequested && ErrorsToStatus.Of(e, callerGone: false) is not null and not { StatusCode: StatusCode.Unavailable })
            {
                reply.Results.Add(new V1.BatchResult { Error = BatchReplies.From(ErrorsToStatus.Of(e, callerGone: false, each.Query)!) });
            }
        }

        return reply;
    }

    public override async Task Export(V1.ExportRequest request, IServerStreamWriter<V1.ExportResponse> responseStream, ServerCallContext context)
    {
        using var deadline = CallDeadline.BeginStream(context, options.Value, clock);
        var reply = new StreamReply<V1.ExportResponse>(responseStream, context, deadline, options.Value, clock);
        var (plan, _) = StreamRequests.ToPlan(request, Requests);
        long sent = 0;
        await foreach (var hit in searcher.ExportAsync(plan, deadline.Token))
        {
            await reply.WriteAsync(new V1.ExportResponse
            {
                Article = request.WithoutBody ? ArticleReplies.WithoutBody(hit.Article!) : ArticleReplies.WithBody(hit.Article!),
                Score = hit.Score,
                Cursor = SearchReplies.CursorOf(hit, plan),
                Generation = hit.Cursor!.Generation.ToString(),
            });
            if (++sent == request.Limit)
                return;
        }
    }

    public override async Task Concordance(V1.ConcordanceRequest request, IServerStreamWriter<V1.ConcordanceResponse> responseStream, ServerCallContext context)
    {
        using var deadline = CallDeadline.BeginStream(context, options.Value, clock);
        var reply = new StreamReply<V1.ConcordanceResponse>(responseStream, context, deadline, options.Value, clock);
        var (plan, order, width) = StreamRequests.ToPlan(request, Requests);
        var sorted = new List<(ConcordanceLine Line, Generation Generation)>();
        long sent = 0;
        await foreach (var hit in searcher.ExportAsync(plan, deadline.Token))
        {
            foreach (var line in NewsIndex.Results.Concordance.LinesOf(hit, width))
            {
                if (order != ConcordanceOrder.Articles && sorted.Count == MostSortedLines)
                    throw ErrorsToStatus.OfTooManyLines(MostSortedLines);
                if (order != ConcordanceOrder.Articles)
                    sorted.Add((line, hit.Cursor!.Generation));
                else if (sent++ < request.Limit || request.Limit == 0)
                    await reply.WriteAsync(ConcordanceReplies.From(line, hit.Cursor!.Generation));
            }

            if (request.Limit > 0 && sent >= request.Limit)
                return;
            deadline.Token.ThrowIfCancellationRequested();
        }

        foreach (var line in NewsIndex.Results.Concordance.Sort(sorted.Select(each => each.Line), order).Take(request.Limit == 0 ? int.MaxValue : (int)Math.Min(request.Limit, int.MaxValue)))
            await reply.WriteAsync(ConcordanceReplies.From(line, sorted[0].Generation));
    }

    public override async Task<V1.ParseQueryResponse> ParseQuery(V1.ParseQueryRequest request, ServerCallContext context)
    {
        var reading = Requests.Read(request.Query, request.DefaultOperator, request.Syntax, request.Forgiving, request.TimeZone);
        return QueryReplies.From(reading with { Notices = [.. reading.Notices.Select(notice => Echo.Within(notice, request.Query))] },
            await searcher.EstimateAsync(reading.Query!, CallDeadline.Of(context)));
    }

    public override async Task<V1.ExplainArticleResponse> ExplainArticle(V1.ExplainArticleRequest request, ServerCallContext context)
    {
        if (request.Id.Length == 0)
            throw ErrorsToStatus.OfField("id", "there is no id", "the id of an article", "FIELD_OUT_OF_RANGE");
        SearchRequests.Short("id", request.Id);
        var (plan, _) = Requests.ToPlan(request.Search ?? new V1.SearchRequest());
        return await searcher.ExplainAsync(plan with { Order = HitOrder.Relevance }, request.Id,
            CallDeadline.Of(context)) is { } explanation
            ? QueryReplies.From(explanation)
            : throw ErrorsToStatus.OfMissingArticle(request.Id);
    }

    public override async Task<V1.SuggestResponse> Suggest(V1.SuggestRequest request, ServerCallContext context)
    {
        var limit = SearchRequests.InRange("limit", request.Limit, 1, MostSuggestions, UsualSuggestions);
        if (request.Text.Length > options.Value.Index.Limits.Length)
            throw ErrorsToStatus.OfQuery(QueryError.TooMany("characters", options.Value.Index.Limits.Length, request.Text.Length));
        // What is being typed is seldom a whole query yet.
        var reading = QueryTextReader.Read(request.Text, new QueryOptions { IsForgiving = true, Limits = options.Value.Index.Limits, Now = clock.GetUtcNow() });
        return SuggestReplies.From(await searcher.SuggestAsync(request.Text, reading.Query, limit, CallDeadline.Of(context)));
    }
}
