using Grpc.Core;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Queries;
using SearchService.Access;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Paging;
using SearchService.Replies;
using SearchService.Requests;
using SearchService.Telemetry;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>newssearch.v1.EntityService: here the calls that read.</summary>
internal sealed partial class EntityCalls(IArticleSearcher searcher, ICorrectionLog corrections, SearchExecutor executor)
    : V1.EntityService.EntityServiceBase
{
    public override async Task<V1.EntityDetails> GetEntity(V1.GetEntityRequest request, ServerCallContext context)
    {
        var entity = EntityRequests.Reference("id", request.Id, request.Type);
        var card = await executor.LookUpAsync(
            context, new PlanFacts(entity.Id), deadline => searcher.FindEntityAsync(entity, Caller.Of(context).Articles, deadline));
        return card is null ? throw ErrorsToStatus.OfMissingEntity(request.Id) : EntityReplies.From(card);
    }

    public override async Task<V1.SearchEntitiesResponse> SearchEntities(V1.SearchEntitiesRequest request, ServerCallContext context)
    {
        var name = FieldChecks.Name("name", request.Name);
        var type = EntityRequests.Type("type", request.Type);
        var tokens = new ListToken(nameof(SearchEntities), name, $"{type}");
        var asked = RankingToken.Read(
            tokens, request.PageToken, EntityRequests.PageSize(request.PageSize, request.Limit),
            FieldChecks.ToGeneration("generation", request.Generation));
        var matches = await executor.LookUpAsync(
            context, new PlanFacts(name),
            deadline => searcher.MatchEntitiesAsync(name, type, asked, Caller.Of(context).Articles, deadline));
        return EntityReplies.From(matches, tokens);
    }

    public override async Task<V1.ListMentionsResponse> ListMentions(V1.ListMentionsRequest request, ServerCallContext context)
    {
        var plan = MentionsOf(request);
        var page = await executor.RunAsync(
            context, PlanFacts.Of(plan), deadline => searcher.SearchAsync(plan, Caller.Of(context).Articles, deadline));
        return page.Total.Articles == 0 ? throw ErrorsToStatus.OfMissingEntity(request.Id) : EntityReplies.Mentions(page, plan);
    }

    public override async Task<V1.ListQuotationsResponse> ListQuotations(V1.ListQuotationsRequest request, ServerCallContext context)
    {
        var (speaker, plan) = QuotationsOf(request);
        return await executor.RunAsync(context, PlanFacts.Of(plan), async deadline =>
        {
            var page = await searcher.SearchAsync(plan, Caller.Of(context).Articles, deadline);
            return page.Total.Articles == 0 && await searcher.FindEntityAsync(speaker, Caller.Of(context).Articles, deadline) is null
                ? throw ErrorsToStatus.OfMissingEntity(request.Id)
                : QuotationReplies.From(page, plan);
        });
    }

    public override async Task<V1.ListCooccurrencesResponse> ListCooccurrences(
        V1.ListCooccurrencesRequest request, ServerCallContext context)
    {
        var entity = EntityRequests.Reference("id", request.Id, request.Type);
        var type = EntityRequests.Type("other_type", request.OtherType);
        var tokens = new ListToken(nameof(ListCooccurrences), entity.Id, $"{entity.Type}", $"{type}");
        var asked = RankingToken.Read(
            tokens, request.PageToken, EntityRequests.PageSize(request.PageSize, request.Limit),
            FieldChecks.ToGeneration("generation", request.Generation));
        var found = await executor.RunAsync(
            context, new PlanFacts(entity.Id),
            deadline => searcher.ListCooccurrencesAsync(entity, type, asked, Caller.Of(context).Articles, deadline));
        return EntityReplies.From(found, tokens);
    }

    private static (EntityReference Speaker, QueryPlan Plan) QuotationsOf(V1.ListQuotationsRequest request)
    {
        var speaker = EntityRequests.Reference("id", request.Id, request.Type);
        var plan = new QueryPlan
        {
            Query = new Query.Quote(new Query.Everything(), new Query.Mentions(speaker.Id, speaker.Type)),
            Order = FieldChecks.DateOrder(request.OrderBy, HitOrder.Newest),
            PageSize = FieldChecks.PageSize(request.PageSize),
            Generation = FieldChecks.ToGeneration("generation", request.Generation),
            Detail = HitDetail.Matches,
        };
        return (speaker, plan with { After = PageToken.Read(TokenField.OfList, request.PageToken, plan) });
    }

    private static QueryPlan MentionsOf(V1.ListMentionsRequest request)
    {
        var entity = EntityRequests.Reference("id", request.Id, request.Type);
        var plan = new QueryPlan
        {
            Query = new Query.Mentions(entity.Id, entity.Type),
            Order = FieldChecks.DateOrder(request.OrderBy, HitOrder.Newest),
            PageSize = FieldChecks.PageSize(request.PageSize),
            Generation = FieldChecks.ToGeneration("generation", request.Generation),
            Detail = HitDetail.Matches,
        };
        return plan with { After = PageToken.Read(TokenField.OfList, request.PageToken, plan) };
    }
}
