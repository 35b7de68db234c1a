using Grpc.Core;
using Microsoft.Extensions.Options;
using NewsIndex;
using SearchService.Replies;
using SearchService.Requests;
using V1 = NewsSearch.V1;

namespace SearchService;

/// <summary>newssearch.v1.SearchService: query → plan → hits → reply.</summary>
internal sealed class ArticleSearch(IArticleSearcher searcher, IOptions<SearchOptions> options, TimeProvider clock) : V1.SearchService.SearchServiceBase
{
    public override async Task<V1.SearchResponse> Search(V1.SearchRequest request, ServerCallContext context)
    {
        var (plan, notices) = SearchRequests.ToPlan(request, options.Value.Index.Limits);
        using var limit = new CancellationTokenSource(options.Value.Deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.CancellationToken);
        var page = await searcher.SearchAsync(plan, either.Token);
        return SearchReplies.From(page, plan, notices);
    }

    public override async Task<V1.AggregateResponse> Aggregate(V1.AggregateRequest request, ServerCallContext context)
    {
        var (plan, notices) = AggregateRequests.ToPlan(request, options.Value.Index.Limits);
        using var limit = new CancellationTokenSource(options.Value.Deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.CancellationToken);
        var counted = await searcher.AggregateAsync(
            plan.Query, AggregateRequests.Facets(request), AggregateRequests.Limit(request), AggregateRequests.Timeline(request), either.Token);
        return AggregateReplies.From(counted, plan, notices);
    }
}
