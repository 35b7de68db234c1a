using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Entities;
using NewsIndex.Words;

namespace NewsIndex.Intake;

/// <summary>
/// Makes the article that a store indexes of what an earlier format stored of it. What was decided or computed by a model when the article
/// came in is kept: the record byte for byte, revision, arrival, copy group, names and passages. Only what follows from the text by rule is
/// made anew.
/// </summary>
internal static class CarriedArticle
{
    private static readonly MentionResolver Resolver = new(AliasTable.Shipped, Institutions.Shipped);

    /// <param name="found">Names that were found in the text, with the entities that they were linked to.</param>
    /// <param name="passages">Embeddings of passages as stored; null when there are none.</param>
    /// <exception cref="ArticleRecordException">The record cannot be read.</exception>
    public static PreparedArticle Of(
        byte[] record, DateTimeOffset indexedAt, IndexedState state, IReadOnlyList<ArticleMention> found, byte[]? passages)
    {
        var read = ArticleRecord.Read(record);
        var mentions = found.Select(mention => Named(mention, read)).ToList();
        var article = read with { Mentions = mentions };
        var text = ArticleText.Of(article);
        // Entities that the archive gives are stored in the record alone, and linked as they were by the same rules.
        EntityReference[] references =
        [
            .. found.Select(mention => mention.Entity),
            .. article.Entities.Count == 0 ? [] : Resolver.Resolve(mentions, article.Entities).Skip(mentions.Count),
        ];
        return new PreparedArticle(
            new IncomingArticle(article, record, ContentKey.Of(record)), indexedAt, state, references,
            WordCount.Of(article.Headline) + WordCount.Of(article.Body),
            LanguageAnalysis.CodeOf(article.Language) == KnownWord.English ? ArticleEmbedding.OfWords(text.ToPieces()) : null, passages)
        { Text = text };
    }

    private static Mention Named(ArticleMention mention, Article article)
    {
        var zone = mention.Zone == MentionZone.Headline ? article.Headline : article.Body;
        return new Mention(mention.Entity.Type, zone[mention.Start..mention.End], mention.Zone, mention.Start, mention.End);
    }
}
