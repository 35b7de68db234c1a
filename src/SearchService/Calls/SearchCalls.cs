using Grpc.Core;
using Microsoft.Extensions.Options;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Access;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Paging;
using SearchService.Replies;
using SearchService.Requests;
using SearchService.Settings;
using SearchService.Telemetry;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>newssearch.v1.SearchService: query → plan → hits → reply.</summary>
internal sealed class SearchCalls(IArticleSearcher searcher, SearchExecutor executor, IOptions<SearchOptions> options, TimeProvider clock)
    : V1.SearchService.SearchServiceBase
{
    private SearchRequests Requests => new(options.Value.Index.Limits, clock.GetUtcNow());

    public override async Task<V1.SearchResponse> Search(V1.SearchRequest request, ServerCallContext context)
    {
        var (plan, notices) = await executor.PlanAsync(context, request, () => Requests.ToPlan(request));
        var page = await executor.RunAsync(
            context, PlanFacts.Of(plan), deadline => searcher.SearchAsync(plan, Caller.Of(context).Articles, deadline));
        return CallTrace.Reply(() => SearchReplies.From(page, plan, notices));
    }

    public override async Task<V1.AggregateResponse> Aggregate(V1.AggregateRequest request, ServerCallContext context)
    {
        var (plan, notices) = await executor.PlanAsync(context, request, () => AggregateRequests.ToPlan(request, Requests));
        var counted = await executor.RunAsync(
            context, PlanFacts.Of(plan), deadline => searcher.AggregateAsync(plan, Caller.Of(context).Articles, deadline));
        return CallTrace.Reply(() => AggregateReplies.From(counted, plan, notices));
    }

    public override Task<V1.BatchSearchResponse> BatchSearch(V1.BatchSearchRequest request, ServerCallContext context) =>
        new SearchBatch(searcher, executor, Requests, context).RunAsync(request);

    public override async Task Export(
        V1.ExportRequest request, IServerStreamWriter<V1.ExportResponse> responseStream, ServerCallContext context)
    {
        using var deadline = CallDeadline.BeginStream(context, options.Value, clock);
        var reply = new StreamReply<V1.ExportResponse>(responseStream, context, deadline, options.Value, clock);
        var (plan, notices) = await executor.PlanAsync(context, request, () => StreamRequests.ToPlan(request, Requests));
        var tokens = new PageToken.Writer(plan);
        var messages = FirstMessage.SayAsync(
            ExportAsync(plan, context), reading => ReadingReplies.OfExport(reading, plan, notices, request.Cursor), request.WithReading,
            hits => hits.Select(hit => SearchReplies.Exported(hit, tokens, request.WithoutBody)));
        await SendAsync(messages, reply, request.Limit, message => message.Article is not null);
    }

    public override async Task Concordance(
        V1.ConcordanceRequest request, IServerStreamWriter<V1.ConcordanceResponse> responseStream, ServerCallContext context)
    {
        using var deadline = CallDeadline.BeginStream(context, options.Value, clock);
        var reply = new StreamReply<V1.ConcordanceResponse>(responseStream, context, deadline, options.Value, clock);
        var (plan, notices, order, width) = await executor.PlanAsync(context, request, () => StreamRequests.ToPlan(request, Requests));
        var messages = FirstMessage.SayAsync(
            ExportAsync(plan, context), reading => ReadingReplies.OfConcordance(reading, plan, notices), request.WithReading,
            hits => ConcordanceLines.ReadAsync(hits, order, width, deadline.Token));
        await SendAsync(messages, reply, request.Limit, message => message.Article is not null);
    }

    public override async Task<V1.ParseQueryResponse> ParseQuery(V1.ParseQueryRequest request, ServerCallContext context)
    {
        var reading = await executor.PlanAsync(context, request, () =>
            Requests.Read(request.Query, request.DefaultOperator, request.Syntax, request.Forgiving, request.TimeZone));
        var query = reading.Query!;
        var cost = await executor.RunAsync(
            context, PlanFacts.Of(query), deadline => searcher.EstimateAsync(query, Caller.Of(context).Articles, deadline));
        return QueryReplies.From(reading, cost);
    }

    public override async Task<V1.ExplainArticleResponse> ExplainArticle(V1.ExplainArticleRequest request, ServerCallContext context)
    {
        FieldChecks.ArticleId("id", request.Id);
        var (searched, notices) = await executor.PlanAsync(
            context, request, () => Requests.ToPlan(request.Search ?? new V1.SearchRequest()));
        var plan = searched with { Order = HitOrder.Relevance };
        return await executor.RunAsync(
            context, PlanFacts.Of(plan), deadline => searcher.ExplainAsync(plan, request.Id, Caller.Of(context).Articles, deadline))
            is { } explanation
            ? QueryReplies.From(explanation, plan, notices)
            : throw ErrorsToStatus.OfMissingArticle(request.Id);
    }

    public override async Task<V1.SuggestResponse> Suggest(V1.SuggestRequest request, ServerCallContext context)
    {
        var (text, query, limit) = await executor.PlanAsync(context, request, () => Requests.ToSuggestion(request));
        return SuggestReplies.From(await executor.LookUpAsync(
            context, new PlanFacts(text), deadline => searcher.SuggestAsync(text, query, limit, Caller.Of(context).Articles, deadline)));
    }

    private IAsyncEnumerable<ExportPart> ExportAsync(QueryPlan plan, ServerCallContext context) =>
        executor.StreamAsync(context, PlanFacts.Of(plan), token => searcher.ExportAsync(plan, Caller.Of(context).Articles, token));

    /// <summary>Sends messages until as many results as the limit allows; 0 allows all.</summary>
    private static async Task SendAsync<T>(IAsyncEnumerable<T> messages, StreamReply<T> reply, long limit, Func<T, bool> isResult)
    {
        long sent = 0;
        await foreach (var message in messages)
        {
            await reply.WriteAsync(message);
            if (isResult(message) && ++sent == limit)
                return;
        }
    }
}
