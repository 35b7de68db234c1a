using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>The result of reading one JSON value.</summary>
/// <param name="Articles">None, one, or the items of a feed.</param>
/// <param name="PassedOver">What the value is instead, where it is well formed and no article.</param>
internal readonly record struct JsonReading(IReadOnlyList<Article> Articles, string? PassedOver = null)
{
    /// <summary>A notice on parts of the value that were not used; null when there is none.</summary>
    public string? Notice { get; init; }

    public static JsonReading Of(Article article) => new([article]);

    public static JsonReading NoArticle(string what) => new([], what);
}
