using Google.Protobuf;
using Grpc.Core;
using NewsIndex.Entities;
using NewsIndex.Repeats;
using SearchService.Access;
using SearchService.Errors;
using SearchService.Paging;
using SearchService.Replies;
using SearchService.Requests;
using SearchService.Telemetry;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <content>Here the calls that correct.</content>
internal sealed partial class EntityCalls
{
    public override Task<V1.Correction> MergeEntities(V1.MergeEntitiesRequest request, ServerCallContext context) =>
        OnceAsync(request, request.RequestId, context, async asked =>
        {
            var author = EntityRequests.Author(Caller.Of(context).Name, request.Who, request.Why);
            var from = await MentionedAsync("from", request.From, context);
            var into = await KnownAsync("into", request.Into, context);
            return Add(asked, author, (number, who, when, why) => new EntityCorrection.Merge(number, who, when, why, from, into));
        });

    public override Task<V1.Correction> SplitEntity(V1.SplitEntityRequest request, ServerCallContext context) =>
        OnceAsync(request, request.RequestId, context, async asked =>
        {
            var author = EntityRequests.Author(Caller.Of(context).Name, request.Who, request.Why);
            var names = EntityRequests.Names(request.Names, mayBeEmpty: request.Articles.Count > 0);
            var articles = EntityRequests.ArticleIds("articles", request.Articles);
            var newName = EntityRequests.Name("new_name", request.NewName);
            var from = await MentionedAsync("from", request.From, context);
            foreach (var article in articles)
                await RequireArticleAsync(article, context);
            var into = EntityReference.Named(from.Type, NameKey.Of(newName, from.Type));
            return Add(asked, author, (number, who, when, why) =>
                new EntityCorrection.Split(number, who, when, why, from, names, articles, into, newName));
        });

    public override Task<V1.Correction> RenameEntity(V1.RenameEntityRequest request, ServerCallContext context) =>
        OnceAsync(request, request.RequestId, context, async asked =>
        {
            var author = EntityRequests.Author(Caller.Of(context).Name, request.Who, request.Why);
            var name = EntityRequests.Name("name", request.Name);
            var entity = await MentionedAsync("entity", request.Entity, context);
            return Add(asked, author, (number, who, when, why) => new EntityCorrection.Rename(number, who, when, why, entity, name));
        });

    public override Task<V1.Correction> HideMention(V1.HideMentionRequest request, ServerCallContext context) =>
        OnceAsync(request, request.RequestId, context, async asked =>
        {
            var author = EntityRequests.Author(Caller.Of(context).Name, request.Who, request.Why);
            var articleId = FieldChecks.ArticleId("article_id", request.ArticleId);
            var entity = await MentionedAsync("entity", request.Entity, context);
            await RequireArticleAsync(articleId, context);
            return Add(asked, author, (number, who, when, why) => new EntityCorrection.Hide(number, who, when, why, entity, articleId));
        });

    public override Task<V1.Correction> UndoCorrection(V1.UndoCorrectionRequest request, ServerCallContext context) =>
        OnceAsync(request, request.RequestId, context, asked => Task.FromResult(Add(
            asked, EntityRequests.Author(Caller.Of(context).Name, request.Who, request.Why),
            (number, who, when, why) => new EntityCorrection.Undo(number, who, when, why, request.Number))));

    public override Task<V1.ListCorrectionsResponse> ListCorrections(V1.ListCorrectionsRequest request, ServerCallContext context) =>
        Task.FromResult(CorrectionPage(request));

    private V1.ListCorrectionsResponse CorrectionPage(V1.ListCorrectionsRequest request)
    {
        var size = FieldChecks.ListSize(request.PageSize);
        var tokens = new ListToken(nameof(ListCorrections));
        var last = tokens.ReadNumber(request.PageToken);
        var current = corrections.Current;
        var (page, next) = ListPage.Of(
            current.Log.Where(correction => last is not { } number || correction.Number > number),
            correction => $"{correction.Number}", size, tokens);
        return CorrectionReplies.From(page, next, current);
    }

    /// <summary>Requires that an article mentions the entity: a correction of a mistyped id would silently have no effect.</summary>
    private async Task<EntityReference> MentionedAsync(string field, V1.Entity? entity, ServerCallContext context)
    {
        var reference = EntityRequests.Reference(field, entity);
        var card = await executor.LookUpAsync(
            context, new PlanFacts(reference.Id), deadline => searcher.FindEntityAsync(reference, Caller.Of(context).Articles, deadline));
        return card is null
            ? throw ErrorsToStatus.OfMissingEntity(reference.Id)
            : reference;
    }

    /// <summary>As <see cref="MentionedAsync"/>, or an entity of the alias table, which may get its first mentions by a merge.</summary>
    private async Task<EntityReference> KnownAsync(string field, V1.Entity? entity, ServerCallContext context)
    {
        var reference = EntityRequests.Reference(field, entity);
        return AliasTable.Shipped.WithId(reference.Id) is null ? await MentionedAsync(field, entity, context) : reference;
    }

    private async Task RequireArticleAsync(string id, ServerCallContext context)
    {
        if (await executor.LookUpAsync(
            context, new PlanFacts(id), deadline => searcher.FindAsync(id, Caller.Of(context).Articles, deadline)) is null)
            throw ErrorsToStatus.OfMissingArticle(id);
    }

    /// <summary>Corrects, or answers a request that corrected before as it was answered then.</summary>
    private Task<V1.Correction> OnceAsync<T>(
        T request, string requestId, ServerCallContext context, Func<WriteRequest?, Task<V1.Correction>> correct)
        where T : IMessage<T>
    {
        var asked = WriteRequests.Of(request, requestId, Caller.Of(context).Name);
        return OnceOnly.AnswerAsync(
            asked,
            repeated => corrections.Latest.FirstOutcomeOf(repeated) is { } first ? CorrectionReplies.From(first.Made!, first.After) : null,
            () => correct(asked));
    }

    private V1.Correction Add(
        WriteRequest? request, (string Who, string Why) author, Func<int, string, DateTimeOffset, string, EntityCorrection> make)
    {
        EntityCorrection? asked = null;
        var outcome = corrections.Add((number, when) =>
            asked = make(number, author.Who, when, author.Why) with { Request = request });
        return outcome.Objection is { } objection
            ? throw ErrorsToStatus.OfObjection(objection, asked!)
            : CorrectionReplies.From(outcome.Made!, outcome.After);
    }
}
