using Grpc.Core;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Queries;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Paging;
using SearchService.Replies;
using SearchService.Requests;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>newssearch.v1.EntityService.</summary>
internal sealed class EntityCalls(IArticleSearcher searcher, CorrectionLog corrections) : V1.EntityService.EntityServiceBase
{
    public override async Task<V1.EntityDetails> GetEntity(V1.GetEntityRequest request, ServerCallContext context)
    {
        var card = await searcher.FindEntityAsync(EntityRequests.Reference("id", request.Id, request.Type), CallDeadline.Of(context));
        return card is null ? throw ErrorsToStatus.OfMissingEntity(request.Id) : EntityReplies.From(card);
    }

    public override async Task<V1.SearchEntitiesResponse> SearchEntities(V1.SearchEntitiesRequest request, ServerCallContext context)
    {
        var name = SearchRequests.Named("name", request.Name);
        var matches =
            await searcher.MatchEntitiesAsync(name, EntityRequests.Type("type", request.Type), EntityRequests.Limit(request.Limit),
            CallDeadline.Of(context));
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
        var page = await searcher.SearchAsync(plan with { After = PageToken.Read("page_token", request.PageToken, plan) },
            CallDeadline.Of(context));
        return page.Total.Articles == 0 ? throw ErrorsToStatus.OfMissingEntity(request.Id) : EntityReplies.Mentions(page, plan);
    }

    public override async Task<V1.ListCooccurrencesResponse> ListCooccurrences(V1.ListCooccurrencesRequest request, ServerCallContext context)
    {
        var entity = EntityRequests.Reference("id", request.Id, request.Type);
        var found = await searcher.ListCooccurrencesAsync(entity, EntityRequests.Type("other_type", request.OtherType),
            EntityRequests.Limit(request.Limit), CallDeadline.Of(context));
        return new V1.ListCooccurrencesResponse { Cooccurrences = { found.Select(EntityReplies.From) } };
    }

    public override async Task<V1.Correction> MergeEntities(V1.MergeEntitiesRequest request, ServerCallContext context)
    {
        var author = EntityRequests.Author(request.Who, request.Why);
        var from = await MentionedAsync("from", request.From, context);
        var into = await KnownAsync("into", request.Into, context);
        return Add(
            author, (number, who, when, why) => new EntityCorrection.Merge(number, who, when, why, from, into));
    }

    public override async Task<V1.Correction> SplitEntity(V1.SplitEntityRequest request, ServerCallContext context)
    {
        var author = EntityRequests.Author(request.Who, request.Why);
        var names = EntityRequests.Names(request.Names, request.Articles.Count > 0);
        var articles = EntityRequests.ArticleIds("articles", request.Articles);
        var newName = EntityRequests.Name("new_name", request.NewName);
        var from = await MentionedAsync("from", request.From, context);
        foreach (var article in articles)
            await RequireArticleAsync(article, context);
        var into = EntityReference.Named(from.Type, NameKey.Of(newName, from.Type));
        return Add(
            author, (number, who, when, why) => new EntityCorrection.Split(number, who, when, why, from, names, articles, into, newName));
    }

    public override async Task<V1.Correction> RenameEntity(V1.RenameEntityRequest request, ServerCallContext context)
    {
        var author = EntityRequests.Author(request.Who, request.Why);
        var name = EntityRequests.Name("name", request.Name);
        var entity = await MentionedAsync("entity", request.Entity, context);
        return Add(
            author, (number, who, when, why) => new EntityCorrection.Rename(number, who, when, why, entity, name));
    }

    public override async Task<V1.Correction> HideMention(V1.HideMentionRequest request, ServerCallContext context)
    {
        var author = EntityRequests.Author(request.Who, request.Why);
        var articleId = EntityRequests.ArticleId("article_id", request.ArticleId);
        var entity = await MentionedAsync("entity", request.Entity, context);
        await RequireArticleAsync(articleId, context);
        return Add(
            author, (number, who, when, why) => new EntityCorrection.Hide(number, who, when, why, entity, articleId));
    }

    public override Task<V1.Correction> UndoCorrection(V1.UndoCorrectionRequest request, ServerCallContext context) =>
        Task.FromResult(
            Add(EntityRequests.Author(request.Who, request.Why),
            (number, who, when, why) => new EntityCorrection.Undo(number, who, when, why, request.Number)));

    public override Task<V1.ListCorrectionsResponse> ListCorrections(V1.ListCorrectionsRequest request, ServerCallContext context)
    {
        var current = corrections.Current;
        return Task.FromResult(new V1.ListCorrectionsResponse { Corrections = { current.Log.Select(each => CorrectionReplies.From(each, current)) } });
    }

    /// <summary>A mistyped id would be corrected without any effect, and nobody would know.</summary>
    private async Task<EntityReference> MentionedAsync(string field, V1.Entity? entity, ServerCallContext context)
    {
        var reference = EntityRequests.Reference(field, entity);
        return await searcher.FindEntityAsync(reference, CallDeadline.Of(context)) is null
            ? throw ErrorsToStatus.OfMissingEntity(reference.Id)
            : reference;
    }

    /// <summary>What the alias table has may get its first mentions by a correction.</summary>
    private async Task<EntityReference> KnownAsync(string field, V1.Entity? entity, ServerCallContext context)
    {
        var reference = EntityRequests.Reference(field, entity);
        return AliasTable.Shipped.WithId(reference.Id) is null ? await MentionedAsync(field, entity, context) : reference;
    }

    private async Task RequireArticleAsync(string id, ServerCallContext context)
    {
        if (await searcher.FindAsync(id, CallDeadline.Of(context)) is null)
            throw ErrorsToStatus.OfMissingArticle(id);
    }

    private V1.Correction Add((string Who, string Why) author, Func<int, string, DateTimeOffset, string, EntityCorrection> make)
    {
        EntityCorrection? asked = null;
        var outcome = corrections.Add((number, when) => asked = make(number, author.Who, when, author.Why));
        return outcome.Objection is { } objection
            ? throw ErrorsToStatus.OfObjection(objection, asked!)
            : CorrectionReplies.From(outcome.Made!, outcome.After);
    }
}
