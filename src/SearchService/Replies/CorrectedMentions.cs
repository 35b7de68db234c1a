using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Results;

namespace SearchService.Replies;

/// <summary>The mentions of an article as corrections have them.</summary>
internal static class CorrectedMentions
{
    /// <summary>In the order of the article; without those that a correction hides.</summary>
    public static List<ArticleMention> Of(StoredArticle stored, EntityCorrections corrections) =>
        [.. stored.Mentions.Select(mention => Corrected(mention, stored.Article, corrections)).OfType<ArticleMention>()];

    private static ArticleMention? Corrected(ArticleMention mention, Article article, EntityCorrections corrections)
    {
        var text = mention.Zone == MentionZone.Headline ? article.Headline : article.Body;
        return corrections.Resolve(mention.Entity, EntityName.Normalise(text[mention.Start..mention.End]), article.Id) is { } entity
            ? mention with { Entity = entity }
            : null;
    }
}
