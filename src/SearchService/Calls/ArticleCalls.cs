using Grpc.Core;
using NewsIndex.Engines;
using NewsIndex.Entities;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Replies;
using SearchService.Requests;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>newssearch.v1.ArticleService.</summary>
internal sealed class ArticleCalls(IArticleSearcher searcher, CorrectionLog corrections) : V1.ArticleService.ArticleServiceBase
{
    public override async Task<V1.Article> GetArticle(V1.GetArticleRequest request, ServerCallContext context)
    {
        RequireId(request.Id);
        var stored = await searcher.FindAsync(request.Id, CallDeadline.Of(context));
        // Paths keep %2F, so that an id with a slash can be told from two parts of a path.
        if (stored is null && request.Id.Contains("%2F", StringComparison.OrdinalIgnoreCase))
            stored = await searcher.FindAsync(Uri.UnescapeDataString(request.Id), CallDeadline.Of(context));
        return stored is null ? throw ErrorsToStatus.OfMissingArticle(request.Id) : ArticleReplies.From(stored, corrections.Current);
    }

    public override async Task<V1.ListRevisionsResponse> ListRevisions(V1.ListRevisionsRequest request, ServerCallContext context)
    {
        RequireId(request.Id);
        var revisions = await searcher.ListRevisionsAsync(request.Id, CallDeadline.Of(context));
        return revisions.Count == 0
            ? throw ErrorsToStatus.OfMissingArticle(request.Id)
            : new V1.ListRevisionsResponse { Revisions = { revisions.Select(revision => ArticleReplies.From(revision, corrections.Current)) } };
    }

    public override async Task<V1.FindSimilarArticlesResponse> FindSimilarArticles(V1.FindSimilarArticlesRequest request, ServerCallContext context)
    {
        RequireId(request.Id);
        var count = SearchRequests.ToPageSize(request.PageSize);
        var page = await searcher.FindSimilarAsync(request.Id, count, CallDeadline.Of(context))
            ?? await searcher.FindSimilarAsync(Uri.UnescapeDataString(request.Id), count, CallDeadline.Of(context))
            ?? throw ErrorsToStatus.OfMissingArticle(request.Id);
        return new V1.FindSimilarArticlesResponse
        {
            Articles = { page.Hits.Select(hit => new V1.SimilarArticle { Article = ArticleReplies.WithoutBody(hit.Article!), Score = hit.Score }) },
            Generation = page.Generation.ToString(),
        };
    }

    private static void RequireId(string id)
    {
        if (id.Length == 0)
            throw ErrorsToStatus.OfField("id", "there is no id", "the id of an article", "FIELD_OUT_OF_RANGE");
        SearchRequests.Short("id", id);
    }
}
