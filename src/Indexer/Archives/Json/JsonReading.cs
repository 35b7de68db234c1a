using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>The result of reading one JSON value.</summary>
/// <param name="Articles">Zero or more articles; a feed has several.</param>
/// <param name="PassedOver">The kind of a well-formed value that is not an article.</param>
internal readonly record struct JsonReading(IReadOnlyList<Article> Articles, string? PassedOver = null)
{
    /// <summary>A notice on parts of the value that were not used; null when there is none.</summary>
    public string? Notice { get; init; }

    public static JsonReading Of(Article article) => new([article]);

    public static JsonReading NoArticle(string what) => new([], what);
}
