using NewsIndex.Articles;
using NewsIndex.Words;

namespace NewsIndex.Intake;

/// <summary>An article that was handed in, with its record and the key of its content.</summary>
/// <param name="Record">JSON in UTF-8, as <see cref="ArticleRecord.ToJson"/> gives it.</param>
internal readonly record struct IncomingArticle(Article Article, byte[] Record, ulong Content)
{
    public string Id => Article.Id;

    /// <summary>The words of the article; null to have them found when they are needed.</summary>
    public ArticleText? Text { get; init; }

    public static IncomingArticle Of(Article article)
    {
        var record = ArticleRecord.ToJson(article);
        return new IncomingArticle(article, record, ContentKey.Of(record));
    }
}
