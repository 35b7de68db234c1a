using Google.Protobuf.WellKnownTypes;
using NewsIndex.Articles;
using NewsIndex.NearDuplicates;
using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Paging;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes articles as messages.</summary>
internal static class ArticleReplies
{
    /// <summary>The whole of an article, with its mentions and content hash.</summary>
    /// <param name="mentions">Those of the article as corrected, with the names of their entities.</param>
    public static V1.Article From(StoredArticle stored, IEnumerable<NamedMention> mentions)
    {
        var article = From(stored, stored.Article.Body);
        article.ContentHash = stored.ContentHash;
        article.Mentions.AddRange(mentions.Select(mention => EntityReplies.From(mention.Mention, mention.Name)));
        article.IndexedAt = Timestamp.FromDateTimeOffset(stored.IndexedAt);
        return article;
    }

    public static V1.FindMatchesResponse From(ArticleMatches found, QueryPlan plan, IEnumerable<string> notices) => new()
    {
        Article = WithBody(found.Article),
        Found = found.IsFound,
        Headline = { found.Matches.Headline.Select(From) },
        Body = { found.Matches.Body.Select(From) },
        Problem = found.Problem ?? "",
        Generation = found.Generation.ToString(),
        CanonicalQuery = plan.Query.ToString(),
        Notices = { ReadingReplies.Notices(notices, found.Notices, plan.Query) },
        Entities = { found.Entities.Select(EntityReplies.From) },
    };

    public static V1.ListCopiesResponse From(CopyPage copies, QueryPlan plan) => new()
    {
        Copies =
        {
            copies.Page.Hits.Zip(copies.Resemblances, (hit, resemblance) => new V1.ArticleCopy
            {
                Article = WithoutBody(hit.Article!),
                First = hit.Id == copies.FirstId,
                Resemblance = resemblance,
            }),
        },
        Articles = copies.Page.Total.Articles,
        NextPageToken = PageToken.Write(copies.Page.Next, plan),
        Generation = copies.Page.Generation.ToString(),
        FirstId = copies.FirstId,
        Threshold = CopyGroups.Threshold,
    };

    public static V1.FindSimilarArticlesResponse Similar(RankedPage<Hit> page, ListToken tokens) => new()
    {
        Articles = { page.Entries.Select(hit => new V1.SimilarArticle { Article = WithoutBody(hit.Article!), Score = hit.Score }) },
        NextPageToken = RankingToken.Write(tokens, page.Next),
        Generation = page.Generation.ToString(),
    };

    private static V1.TextRange From(TextRange range) => new() { Start = range.Start, End = range.End };

    /// <summary>An article with its body, without mentions and content hash.</summary>
    public static V1.Article WithBody(StoredArticle stored) => From(stored, stored.Article.Body);

    /// <summary>An article as hits show it: a page of bodies could exceed the size of a message.</summary>
    public static V1.Article WithoutBody(StoredArticle stored) => From(stored, "");

    private static V1.Article From(StoredArticle stored, string body) => new()
    {
        Id = stored.Article.Id,
        Headline = stored.Article.Headline,
        Body = body,
        Published = From(stored.Article.Published, stored.IsDateReliable),
        Source = stored.Article.Source ?? "",
        Url = stored.Article.Url ?? "",
        Language = stored.Article.Language ?? "",
        Authors = { stored.Article.Authors },
        Section = stored.Article.Section ?? "",
        Tags = { stored.Article.Tags },
        Kind = stored.Kind == ArticleKind.Headline ? V1.Article.Types.Kind.Headline : V1.Article.Types.Kind.Article,
        Entities = { stored.Article.Entities.Select(From) },
        Revision = stored.Revision,
        CopyGroup = stored.CopyGroup,
    };

    private static V1.ConflictingDate From(ConflictingDate conflict) =>
        new() { Value = conflict.Date.ToString(), Provenance = From(conflict.Provenance) };

    private static V1.NamedEntity From(NamedEntity entity) => new()
    {
        Name = entity.Name,
        Type = EntityReplies.From(entity.Type),
    };

    private static V1.PublishedDate From(PublishedDate published, bool isReliable) => new()
    {
        Value = published.Date?.ToString() ?? "",
        TimeOfDay = published.TimeOfDayText ?? "",
        Reliable = isReliable,
        Conflicts = { published.Conflicts.Select(From) },
        Precision = published.Precision switch
        {
            DatePrecision.MinuteOfDay => V1.PublishedDate.Types.Precision.MinuteOfDay,
            DatePrecision.Year => V1.PublishedDate.Types.Precision.Year,
            DatePrecision.Month => V1.PublishedDate.Types.Precision.Month,
            DatePrecision.Day => V1.PublishedDate.Types.Precision.Day,
            DatePrecision.Instant => V1.PublishedDate.Types.Precision.Instant,
            _ => V1.PublishedDate.Types.Precision.Unknown,
        },
        Provenance = From(published.Provenance),
    };

    private static V1.PublishedDate.Types.Provenance From(DateProvenance provenance) => provenance switch
    {
        DateProvenance.Text => V1.PublishedDate.Types.Provenance.Text,
        DateProvenance.Metadata => V1.PublishedDate.Types.Provenance.Metadata,
        DateProvenance.Url => V1.PublishedDate.Types.Provenance.Url,
        DateProvenance.Path => V1.PublishedDate.Types.Provenance.Path,
        DateProvenance.Argument => V1.PublishedDate.Types.Provenance.Argument,
        _ => V1.PublishedDate.Types.Provenance.None,
    };
}
