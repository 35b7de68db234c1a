using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Entities;
using NewsIndex.Words;

namespace NewsIndex.Intake;

/// <summary>An article with everything that a store needs to index it.</summary>
/// <param name="Incoming">With the mentions that were recognised.</param>
/// <param name="References">One for each mention, then one for each entity that the archive names.</param>
/// <param name="Words">Words of headline and body, stop words included.</param>
/// <param name="Embedding">See <see cref="ArticleEmbedding.ToBytes"/>; null for articles in other languages than English.</param>
/// <param name="Passages">
/// See <see cref="PassageEmbeddings.ToBytes"/>; null for articles in other languages than English, and in an index without them.
/// </param>
internal sealed record PreparedArticle(
    IncomingArticle Incoming, DateTimeOffset IndexedAt, IndexedState State, EntityReference[] References, int Words, byte[]? Embedding,
    byte[]? Passages = null)
{
    /// <summary>The stages that need nothing but the article: resolve and encode.</summary>
    /// <param name="mentions">Names that were recognised in the text.</param>
    /// <param name="encoder">Null for an index without embeddings of passages.</param>
    public static PreparedArticle Of(
        IncomingArticle incoming, IReadOnlyList<Mention> mentions, DateTimeOffset indexedAt, IndexedState state, MentionResolver resolver,
        PassageEncoder? encoder)
    {
        var isEnglish = LanguageAnalysis.CodeOf(incoming.Article.Language) == KnownWord.English;
        var article = incoming.Article with { Mentions = mentions };
        var text = incoming.Text ?? ArticleText.Of(article);
        return new PreparedArticle(
            incoming with { Article = article },
            indexedAt,
            state,
            resolver.Resolve(mentions, article.Entities),
            WordCount.Of(article.Headline) + WordCount.Of(article.Body),
            isEnglish ? ArticleEmbedding.OfWords(text.ToPieces()) : null,
            isEnglish && encoder is not null ? PassageEmbeddings.ToBytes(article, encoder) : null)
        { Text = text };
    }

    /// <summary>The words of the article; null to have them found by the analysis of any text.</summary>
    public ArticleText? Text { get; init; }

    public Article Article => Incoming.Article;

    public string Id => Incoming.Id;
}
