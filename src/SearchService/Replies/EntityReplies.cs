using System.Globalization;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Paging;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes entities as messages.</summary>
internal static class EntityReplies
{
    public static V1.Entity From(NamedReference entity) =>
        new() { Id = entity.Entity.Id, Name = entity.Name, Type = From(entity.Entity.Type) };

    public static V1.EntityType From(EntityType type) => type switch
    {
        EntityType.Person => V1.EntityType.Person,
        EntityType.Organization => V1.EntityType.Organization,
        _ => V1.EntityType.Place,
    };

    /// <param name="name">Display name of the entity.</param>
    public static V1.Mention From(ArticleMention mention, string name) => new()
    {
        Entity = From(new NamedReference(mention.Entity, name)),
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
        Undated = card.Undated,
    };

    public static V1.SearchEntitiesResponse From(EntityMatches matches, ListToken tokens) => new()
    {
        Entities = { matches.Page.Entries.Select(From) },
        Misspelt = matches.IsMisspelt,
        NextPageToken = RankingToken.Write(tokens, matches.Page.Next),
        Generation = matches.Page.Generation.ToString(),
    };

    public static V1.ListCooccurrencesResponse From(RankedPage<Cooccurrence> found, ListToken tokens) => new()
    {
        Cooccurrences = { found.Entries.Select(From) },
        NextPageToken = RankingToken.Write(tokens, found.Next),
        Generation = found.Generation.ToString(),
    };

    private static V1.Cooccurrence From(Cooccurrence found) => new()
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
        var stored = hit.Article!;
        List<V1.EntityMention> mentions =
        [
            .. MentionsIn(stored, "headline", stored.Article.Headline, hit.Matches!.Headline),
            .. MentionsIn(stored, "body", stored.Article.Body, hit.Matches.Body),
        ];
        // An entity that the archive names beside the text has no place in it.
        return mentions.Count > 0
            ? mentions
            : [new V1.EntityMention { Article = ArticleReplies.WithoutBody(stored), Field = "archive" }];
    }

    private static IEnumerable<V1.EntityMention> MentionsIn(
        StoredArticle article, string field, string text, IEnumerable<TextRange> ranges) =>
        ranges.Distinct().Where(range => range.End > range.Start).Select(range =>
        {
            var sentence = SentenceAround.Of(text, range);
            return new V1.EntityMention
            {
                Article = ArticleReplies.WithoutBody(article),
                Field = field,
                Sentence = text[sentence.Start..sentence.End],
                Start = range.Start - sentence.Start,
                End = range.End - sentence.Start,
                FieldStart = range.Start,
                FieldEnd = range.End,
            };
        });

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
