using Grpc.Core;
using Microsoft.Extensions.Options;
using NewsIndex.Engines;
using NewsIndex.Entities;
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

/// <summary>newssearch.v1.ArticleService: articles by their id.</summary>
internal sealed class ArticleCalls(
    IArticleSearcher searcher, ICorrectionLog corrections, SearchExecutor executor, IOptions<SearchOptions> options, TimeProvider clock)
    : V1.ArticleService.ArticleServiceBase
{
    public override async Task<V1.Article> GetArticle(V1.GetArticleRequest request, ServerCallContext context)
    {
        FieldChecks.ArticleId("id", request.Id);
        return await executor.LookUpAsync(context, new PlanFacts(request.Id), async deadline =>
        {
            var stored = await FindAsync(
                request.Id, id => searcher.FindAsync(id, Caller.Of(context).Articles, deadline), article => article is null);
            return stored is null ? null : (await WholeAsync([stored], context, deadline))[0];
        }) ?? throw ErrorsToStatus.OfMissingArticle(request.Id);
    }

    public override async Task<V1.ListRevisionsResponse> ListRevisions(V1.ListRevisionsRequest request, ServerCallContext context)
    {
        FieldChecks.ArticleId("id", request.Id);
        var size = FieldChecks.ListSize(request.PageSize);
        var tokens = new ListToken(nameof(ListRevisions), request.Id);
        var last = tokens.ReadNumber(request.PageToken);
        return await executor.LookUpAsync(context, new PlanFacts(request.Id), async deadline =>
        {
            var texts = await FindAsync(
                request.Id, id => searcher.ListRevisionsAsync(id, Caller.Of(context).Articles, deadline), texts => texts.Count == 0);
            if (texts.Count == 0)
                return null;
            var (page, next) = ListPage.Of(
                texts.Where(text => last is not { } number || text.Revision < number), text => $"{text.Revision}", size, tokens);
            return new V1.ListRevisionsResponse { Revisions = { await WholeAsync(page, context, deadline) }, NextPageToken = next };
        }) ?? throw ErrorsToStatus.OfMissingArticle(request.Id);
    }

    public override async Task<V1.FindMatchesResponse> FindMatches(V1.FindMatchesRequest request, ServerCallContext context)
    {
        FieldChecks.ArticleId("id", request.Id);
        var (plan, notices) = await executor.PlanAsync(context, request, () =>
            new SearchRequests(options.Value.Index.Limits, clock.GetUtcNow()).ToPlan(request.Search ?? new V1.SearchRequest()));
        var found = await executor.RunAsync(context, PlanFacts.Of(plan), deadline => FindAsync(
            request.Id, id => searcher.FindMatchesAsync(plan, id, Caller.Of(context).Articles, deadline), matches => matches is null));
        return found is null ? throw ErrorsToStatus.OfMissingArticle(request.Id) : ArticleReplies.From(found, plan, notices);
    }

    public override async Task<V1.ListCopiesResponse> ListCopies(V1.ListCopiesRequest request, ServerCallContext context)
    {
        var plan = CopiesOf(request);
        var copies = await executor.RunAsync(context, PlanFacts.Of(plan), deadline => FindAsync(
            request.Id, id => searcher.ListCopiesAsync(plan, id, Caller.Of(context).Articles, deadline), copies => copies is null));
        return copies is null ? throw ErrorsToStatus.OfMissingArticle(request.Id) : ArticleReplies.From(copies, plan);
    }

    public override async Task<V1.FindSimilarArticlesResponse> FindSimilarArticles(
        V1.FindSimilarArticlesRequest request, ServerCallContext context)
    {
        FieldChecks.ArticleId("id", request.Id);
        var tokens = new ListToken(nameof(FindSimilarArticles), request.Id);
        var asked = RankingToken.Read(
            tokens, request.PageToken, FieldChecks.PageSize(request.PageSize), FieldChecks.ToGeneration("generation", request.Generation));
        var page = await executor.RunAsync(context, new PlanFacts(request.Id), deadline => FindAsync(
            request.Id, id => searcher.FindSimilarAsync(id, asked, Caller.Of(context).Articles, deadline), similar => similar is null));
        return page is null ? throw ErrorsToStatus.OfMissingArticle(request.Id) : ArticleReplies.Similar(page, tokens);
    }

    private static QueryPlan CopiesOf(V1.ListCopiesRequest request)
    {
        var plan = new QueryPlan
        {
            Query = new Query.CopiesOf(FieldChecks.ArticleId("id", request.Id)),
            Order = FieldChecks.DateOrder(request.OrderBy, HitOrder.Oldest),
            PageSize = FieldChecks.PageSize(request.PageSize),
            Generation = FieldChecks.ToGeneration("generation", request.Generation),
        };
        return plan with { After = PageToken.Read(TokenField.OfList, request.PageToken, plan) };
    }

    private async Task<IReadOnlyList<V1.Article>> WholeAsync(
        IReadOnlyList<StoredArticle> articles, ServerCallContext context, CancellationToken deadline)
    {
        var mentions = await MentionNames.OfAsync(articles, corrections.Current, searcher, Caller.Of(context).Articles, deadline);
        return [.. articles.Zip(mentions, ArticleReplies.From)];
    }

    /// <summary>Finds by id. REST paths keep %2F, so that an id with a slash is one segment: such an id is tried decoded too.</summary>
    private static async Task<T> FindAsync<T>(string id, Func<string, Task<T>> find, Func<T, bool> isMissing)
    {
        var found = await find(id);
        return isMissing(found) && id.Contains("%2F", StringComparison.OrdinalIgnoreCase)
            ? await find(Uri.UnescapeDataString(id))
            : found;
    }
}
