using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsIndex.Results;

/// <summary>An article with what the index knows of it.</summary>
/// <param name="ContentHash">SHA-256 of the article record, 64 hexadecimal digits: changes when anything in the article does.</param>
/// <param name="IndexedAt">When this content was written to the index, to the second, in UTC. Says nothing of when the article came
/// out.</param>
/// <param name="Revision">1 for the first text of the article, one more for each that replaced it.</param>
/// <param name="CopyGroup">The id of the first article with nearly this text: its own where there is no earlier one; empty for a text that
/// was replaced.</param>
public sealed record StoredArticle(Article Article, string ContentHash, DateTimeOffset IndexedAt, int Revision, string CopyGroup)
{
    /// <summary>Null where the article was read with its body.</summary>
    private readonly ArticleKind? wholeKind;

    /// <summary>
    /// Names that were found in the text, in its order, and the entities they stand for. Empty for a hit read without them.
    /// </summary>
    public IReadOnlyList<ArticleMention> Mentions { get; init; } = [];

    /// <summary>The kind of the whole article, even where it was read without its body.</summary>
    public ArticleKind Kind
    {
        get => wholeKind ?? Article.Kind;
        init => wholeKind = value;
    }

    /// <summary>
    /// False when the day of publication is unknown, or later than the day after it was indexed: what lies in the future has not come out.
    /// </summary>
    public bool IsDateReliable => Article.Published.IsReliableOn(IndexedAt);
}
