using Google.Protobuf.WellKnownTypes;
using NewsIndex;
using NewsIndex.Articles;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Articles as they are sent.</summary>
internal static class ArticleReplies
{
    public static V1.Article From(StoredArticle stored)
    {
        var article = From(stored.Article, stored.Article.Kind);
        article.ContentHash = stored.ContentHash;
        article.IndexedAt = Timestamp.FromDateTimeOffset(stored.IndexedAt);
        return article;
    }

    /// <param name="kind">Of the whole article, since the body may have been left out.</param>
    public static V1.Article From(Article article, ArticleKind kind) => new()
    {
        Id = article.Id,
        Headline = article.Headline,
        Body = article.Body,
        Published = From(article.Published),
        Source = article.Source ?? "",
        Url = article.Url ?? "",
        Language = article.Language ?? "",
        Authors = { article.Authors },
        Section = article.Section ?? "",
        Tags = { article.Tags },
        Kind = kind == ArticleKind.Headline ? V1.Article.Types.Kind.Headline : V1.Article.Types.Kind.Article,
        Entities = { article.Entities.Select(From) },
    };

    private static V1.NamedEntity From(NamedEntity entity) => new()
    {
        Name = entity.Name,
        Type = entity.Type switch
        {
            EntityType.Person => V1.EntityType.Person,
            EntityType.Organization => V1.EntityType.Organization,
            _ => V1.EntityType.Place,
        },
    };

    private static V1.PublishedDate From(PublishedDate published) => new()
    {
        Value = published.Date?.ToString() ?? "",
        TimeOfDay = published.TimeOfDayText ?? "",
        Precision = published.Precision switch
        {
            DatePrecision.MinuteOfDay => V1.PublishedDate.Types.Precision.MinuteOfDay,
            DatePrecision.Year => V1.PublishedDate.Types.Precision.Year,
            DatePrecision.Month => V1.PublishedDate.Types.Precision.Month,
            DatePrecision.Day => V1.PublishedDate.Types.Precision.Day,
            DatePrecision.Instant => V1.PublishedDate.Types.Precision.Instant,
            _ => V1.PublishedDate.Types.Precision.Unknown,
        },
        Provenance = published.Provenance switch
        {
            DateProvenance.Text => V1.PublishedDate.Types.Provenance.Text,
            DateProvenance.Metadata => V1.PublishedDate.Types.Provenance.Metadata,
            DateProvenance.Url => V1.PublishedDate.Types.Provenance.Url,
            DateProvenance.Path => V1.PublishedDate.Types.Provenance.Path,
            DateProvenance.Argument => V1.PublishedDate.Types.Provenance.Argument,
            _ => V1.PublishedDate.Types.Provenance.None,
        },
    };
}
