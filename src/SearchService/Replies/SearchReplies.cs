using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Errors;
using SearchService.Paging;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>A page of hits as a reply.</summary>
internal static class SearchReplies
{
    public static V1.SearchResponse From(HitPage page, QueryPlan plan, IReadOnlyList<string> notices) => new()
    {
        Hits = { page.Hits.Select(hit => From(hit, plan)) },
        Total = From(page.Total),
        NextPageToken = PageToken.Write(page.Next, plan),
        Generation = page.Generation.ToString(),
        CanonicalQuery = plan.Query.ToString(),
        Notices = { notices,
            page.Notices.Concat(EmptyReplies.Notices(page.Empty)).Select(notice => Echo.Within(notice, plan.Query.ToString())) },
        EmptyResult = EmptyReplies.From(page.Empty),
        Entities = { page.Entities.Select(EntityReplies.From) },
    };

    public static V1.Total From(HitTotal total) => new()
    {
        Value = total.Articles,
        Relation = V1.Total.Types.Relation.Exact,
        DistinctTexts = total.Texts,
        Sources = total.Sources,
    };

    public static string CursorOf(Hit hit, QueryPlan plan) => PageToken.Write(hit.Cursor, plan);

    private static V1.Hit From(Hit hit, QueryPlan plan) => new()
    {
        Cursor = CursorOf(hit, plan),
        Notice = hit.Notice ?? "",
        Article = ArticleReplies.WithoutBody(hit.Article!),
        Score = hit.Score,
        Snippets = { hit.Snippets.Select(From) },
    };

    private static V1.Snippet From(Snippet snippet) => new()
    {
        Field = snippet.Field,
        Text = snippet.Text,
        Matches = { snippet.Matches.Select(match => new V1.TextRange { Start = match.Start, End = match.End }) },
    };
}
