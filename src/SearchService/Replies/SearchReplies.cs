using System.Diagnostics;
using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Paging;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes hits as messages.</summary>
internal static class SearchReplies
{
    public static V1.SearchResponse From(HitPage page, QueryPlan plan, IReadOnlyList<string> notices)
    {
        var tokens = new PageToken.Writer(plan);
        return new V1.SearchResponse
        {
            Hits = { page.Hits.Select(hit => From(hit, tokens)) },
            Total = From(page.Total, plan.Totals),
            NextPageToken = tokens.Write(page.Next),
            Generation = page.Generation.ToString(),
            CanonicalQuery = plan.Query.ToString(),
            Notices = { ReadingReplies.Notices(notices, EmptyReplies.Notices(page.Notices, page.Empty), plan.Query) },
            EmptyResult = EmptyReplies.From(page.Empty),
            Entities = { page.Entities.Select(EntityReplies.From) },
        };
    }

    /// <summary>Writes the numbers that were counted; null when none was.</summary>
    public static V1.Total? From(HitTotal total, TotalKinds counted)
    {
        if (!counted.HasFlag(TotalKinds.Articles))
            return null;
        var message = new V1.Total { Value = total.Articles, Relation = From(total.Relation) };
        if (counted.HasFlag(TotalKinds.Texts))
            message.DistinctTexts = total.Texts;
        if (counted.HasFlag(TotalKinds.Sources))
            message.Sources = total.Sources;
        return message;
    }

    public static V1.Total.Types.Relation From(CountRelation relation) => relation switch
    {
        CountRelation.Exact => V1.Total.Types.Relation.Exact,
        CountRelation.Approximate => V1.Total.Types.Relation.Approximate,
        _ => throw new UnreachableException($"{relation} has no form as a message."),
    };

    /// <summary>One message of an export.</summary>
    public static V1.ExportResponse Exported(Hit hit, PageToken.Writer tokens, bool withoutBody) => new()
    {
        Article = withoutBody ? ArticleReplies.WithoutBody(hit.Article!) : ArticleReplies.WithBody(hit.Article!),
        Score = hit.Score,
        Cursor = tokens.Write(hit.Cursor),
        Generation = hit.Cursor!.Generation.ToString(),
    };

    private static V1.Hit From(Hit hit, PageToken.Writer tokens) => new()
    {
        Cursor = tokens.Write(hit.Cursor),
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
