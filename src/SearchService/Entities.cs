using Grpc.Core;
using NewsIndex;
using NewsIndex.Entities;
using NewsIndex.Queries;
using SearchService.Errors;
using SearchService.Replies;
using SearchService.Requests;
using V1 = NewsSearch.V1;

namespace SearchService;

/// <summary>newssearch.v1.EntityService.</summary>
internal sealed class Entities(IArticleSearcher searcher, CorrectionLog corrections) : V1.EntityService.EntityServiceBase
{
    public override async Task<V1.EntityDetails> GetEntity(V1.GetEntityRequest request, ServerCallContext context)
    {
        var card = await searcher.FindEntityAsync(EntityRequests.Reference("id", request.Id, request.Type), context.CancellationToken);
        return card is null ? throw ErrorsToStatus.OfMissingEntity(request.Id) : EntityReplies.From(card);
    }

    public override async Task<V1.SearchEntitiesResponse> SearchEntities(V1.SearchEntitiesRequest request, ServerCallContext context)
    {
        var name = SearchRequests.Named("name", request.Name);
        var matches = await searcher.MatchEntitiesAsync(name, EntityRequests.Type("type", request.Type), EntityRequests.Limit(request.Limit), context.CancellationToken);
        return new V1.SearchEntitiesResponse { Entities = { matches.Entities.Select(EntityReplies.From) }, Misspelt = matches.IsMisspelt };
    }

    public override async Task<V1.ListMentionsResponse> ListMentions(V1.ListMentionsRequest request, ServerCallContext context)
    {
        var entity = EntityRequests.Reference("id", request.Id, request.Type);
        var plan = new QueryPlan
        {
            Query = new Query.Mentions(entity.Id, entity.Type),
            Order = HitOrder.Newest,
            PageSize = SearchRequests.ToPageSize(request.PageSize),
            Detail = HitDetail.Matches,
        };
        var page = await searcher.SearchAsync(plan with { After = PageToken.Read("page_token", request.PageToken, plan) }, context.CancellationToken);
        return page.Total.Articles == 0 ? throw ErrorsToStatus.OfMissingEntity(request.Id) : EntityReplies.Mentions(page, plan);
    }

    public override async Task<V1.ListCooccurrencesResponse> ListCooccurrences(V1.ListCooccurrencesRequest request, ServerCallContext context)
    {
        var entity = EntityRequests.Reference("id", request.Id, request.Type);
        var found = await searcher.ListCooccurrencesAsync(entity, EntityRequests.Type("other_type", request.OtherType), EntityRequests.Limit(request.Limit), context.CancellationToken);
        return new V1.ListCooccurrencesResponse { Cooccurrences = { found.Select(EntityReplies.From) } };
    }

    public override Task<V1.Correction> MergeEntities(V1.MergeEntitiesRequest request, ServerCallContext context)
    {
        var (from, into) = (EntityRequests.Reference("from", request.From), EntityRequests.Reference("into", request.Into));
        if (corrections.Current.Resolve(from) == corrections.Current.Resolve(into))
            throw ErrorsToStatus.OfField("into", "the two are one already", "another entity than from", "FIELD_OUT_OF_RANGE");
        return Add(request.Who, request.Why, (number, who, when, why) => new EntityCorrection.Merge(number, who, when, why, from, into));
    }

    public override Task<V1.Correction> SplitEntity(V1.SplitEntityRequest request, ServerCallContext context)
    {
        var from = EntityRequests.Reference("from", request.From);
        var names = EntityRequests.Names(request.Names);
        var newName = EntityRequests.Text("new_name", request.NewName, 200);
        var into = EntityReference.Named(from.Type, NameKey.Of(newName, from.Type));
        if (into == from)
            throw ErrorsToStatus.OfField("new_name", "this is the name of the entity that is split", "the name of another", "FIELD_OUT_OF_RANGE");
        return Add(request.Who, request.Why, (number, who, when, why) => new EntityCorrection.Split(number, who, when, why, from, names, into, newName));
    }

    public override Task<V1.Correction> RenameEntity(V1.RenameEntityRequest request, ServerCallContext context)
    {
        var entity = EntityRequests.Reference("entity", request.Entity);
        var name = EntityRequests.Text("name", request.Name, 200);
        return Add(request.Who, request.Why, (number, who, when, why) => new EntityCorrection.Rename(number, who, when, why, entity, name));
    }

    public override async Task<V1.Correction> HideMention(V1.HideMentionRequest request, ServerCallContext context)
    {
        var entity = EntityRequests.Reference("entity", request.Entity);
        if (await searcher.FindAsync(request.ArticleId, context.CancellationToken) is null)
            throw ErrorsToStatus.OfMissingArticle(request.ArticleId);
        return await Add(request.Who, request.Why, (number, who, when, why) => new EntityCorrection.Hide(number, who, when, why, entity, request.ArticleId));
    }

    public override Task<V1.Correction> UndoCorrection(V1.UndoCorrectionRequest request, ServerCallContext context)
    {
        if (!corrections.Current.Log.Any(correction => correction.Number == request.Number))
            throw ErrorsToStatus.OfMissingCorrection(request.Number);
        return Add(request.Who, request.Why, (number, who, when, why) => new EntityCorrection.Undo(number, who, when, why, request.Number));
    }

    public override Task<V1.ListCorrectionsResponse> ListCorrections(V1.ListCorrectionsRequest request, ServerCallContext context)
    {
        var current = corrections.Current;
        return Task.FromResult(new V1.ListCorrectionsResponse { Corrections = { current.Log.Select(each => CorrectionReplies.From(each, current)) } });
    }

    private Task<V1.Correction> Add(string who, string why, Func<int, string, DateTimeOffset, string, EntityCorrection> make)
    {
        var by = EntityRequests.Text("who", who, 200);
        if (why.Length > 1000)
            throw ErrorsToStatus.OfField("why", $"{why.Length} characters are too many", "at most 1,000", "FIELD_OUT_OF_RANGE");
        var correction = corrections.Add((number, when) => make(number, by, when, why));
        return Task.FromResult(CorrectionReplies.From(correction, corrections.Current));
    }
}
