using System.Globalization;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Paging;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Entities as they are sent.</summary>
internal static class EntityReplies
{
    public static V1.Entity From(NamedReference entity) => new() { Id = entity.Entity.Id, Name = entity.Name, Type = From(entity.Entity.Type) };

    public static V1.EntityType From(EntityType type) => type switch
    {
        EntityType.Person => V1.EntityType.Person,
        EntityType.Organization => V1.EntityType.Organization,
        _ => V1.EntityType.Place,
    };

    public static V1.Mention From(ArticleMention mention) => new()
    {
        Entity = From(new NamedReference(mention.Entity, "")),
        Field = mention.Zone == MentionZone.Headline ? "headline" : "body",
        Start = mention.Start,
        End = mention.End,
    };

    public static V1.EntityReading From(EntityReading reading)
    {
        var reply = new V1.EntityReading { Asked = reading.Asked, Candidates = { reading.Candidates.Select(From) } };
        if (reading.Entity is { } entity)
            reply.Entity = From(entity);
        return reply;
    }

    public static V1.EntityDetails From(EntityCard card) => new()
    {
        Entity = From(card.Entity),
        Articles = card.Articles,
        Mentions = card.Mentions,
        Names = { card.Names.Select(name => new V1.NameCount { Name = name.Name, Mentions = name.Mentions }) },
        FirstDate = Day(card.First),
        LastDate = Day(card.Last),
    };

    public static V1.Cooccurrence From(Cooccurrence found) => new()
    {
        Entity = From(found.Entity),
        Together = found.Together,
        Articles = found.Articles,
        Lift = found.Lift,
        Significance = found.Significance,
    };

    public static V1.ListMentionsResponse Mentions(HitPage page, QueryPlan plan) => new()
    {
        Mentions = { page.Hits.SelectMany(Mentions) },
        Articles = page.Total.Articles,
        NextPageToken = PageToken.Write(page.Next, plan),
        Generation = page.Generation.ToString(),
    };

    private static IEnumerable<V1.EntityMention> Mentions(Hit hit)
    {
        var article = hit.Article!;
        var any = false;
        foreach (var (field, text, ranges) in new[] { ("headline", article.Article.Headline, hit.Matches!.Headline), ("body", article.Article.Body, hit.Matches.Body) })
        {
            foreach (var range in ranges.Distinct().Where(range => range.End > range.Start))
            {
                any = true;
                var sentence = SentenceAround.Of(text, range);
                yield return new V1.EntityMention
                {
                    Article = ArticleReplies.WithoutBody(article),
                    Field = field,
                    Sentence = text[sentence.Start..sentence.End],
                    Start = range.Start - sentence.Start,
                    End = range.End - sentence.Start,
                    FieldStart = range.Start,
                    FieldEnd = range.End,
                };
            }
        }

        if (!any)
            yield return new V1.EntityMention { Article = ArticleReplies.WithoutBody(article), Field = "archive" };
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
