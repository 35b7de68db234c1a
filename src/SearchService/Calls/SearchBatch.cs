using Grpc.Core;
using NewsIndex.Engines;
using NewsIndex.Generations;
using SearchService.Access;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Replies;
using SearchService.Requests;
using SearchService.Telemetry;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>Searches of one batch, answered in order. A search that fails has its error in its place.</summary>
internal sealed class SearchBatch(IArticleSearcher searcher, SearchExecutor executor, SearchRequests requests, ServerCallContext context)
{
    private const int MaxSearches = 1000;

    /// <summary>Most hits of all searches together: the reply is in memory as a whole.</summary>
    private const int MaxHits = 10_000;

    /// <summary>Generation of the first answer, for all searches that name none; null before it.</summary>
    private Generation? generation;

    public async Task<V1.BatchSearchResponse> RunAsync(V1.BatchSearchRequest batch)
    {
        if (batch.Requests.Count > MaxSearches)
            throw ErrorsToStatus.OfRange("requests", $"{batch.Requests.Count} searches", $"at most {MaxSearches}");
        // An invalid page size is the error of its search alone.
        if (batch.Requests.Sum(HitsOf) is > MaxHits and var hits)
            throw ErrorsToStatus.OfRange("requests", $"{hits} hits", $"at most {MaxHits} in all, by page_size");
        var reply = new V1.BatchSearchResponse();
        foreach (var request in batch.Requests)
            reply.Results.Add(await AnswerAsync(request));
        return reply;
    }

    private static int HitsOf(V1.SearchRequest request) =>
        request.PageSize == 0 ? FieldChecks.DefaultPageSize : Math.Clamp(request.PageSize, 0, FieldChecks.MaxPageSize);

    private async Task<V1.BatchResult> AnswerAsync(V1.SearchRequest request)
    {
        try
        {
            CallDeadline.Of(context).ThrowIfCancellationRequested();
            return new V1.BatchResult { Response = await SearchAsync(request) };
        }
        catch (Exception e) when (!context.CancellationToken.IsCancellationRequested && StatusOf(e, request) is { } status)
        {
            return new V1.BatchResult { Error = BatchReplies.From(status) };
        }
    }

    private async Task<V1.SearchResponse> SearchAsync(V1.SearchRequest request)
    {
        var (asked, notices) = await executor.PlanAsync(context, request, () => requests.ToPlan(request));
        var plan = asked with { Generation = asked.Generation ?? generation };
        var page = await executor.RunAsync(
            context, PlanFacts.Of(plan), deadline => searcher.SearchAsync(plan, Caller.Of(context).Articles, deadline));
        generation ??= asked.Generation is null ? page.Generation : null;
        return CallTrace.Reply(() => SearchReplies.From(page, asked, notices));
    }

    /// <summary>Status of one search; null for a failure that ends the batch, since it would meet every other search too.</summary>
    private RpcException? StatusOf(Exception failure, V1.SearchRequest request) =>
        ErrorsToStatus.Of(failure, callerGone: false, request.Query) is
        { StatusCode: not (StatusCode.Unavailable or StatusCode.ResourceExhausted) } status
            ? WrittenNames.In(status, context.GetHttpContext())
            : null;
}
