using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>What a JSON value was read as.</summary>
/// <param name="Articles">None, one, or the items of a feed.</param>
/// <param name="PassedOver">What the value is instead, where it is well formed and no article.</param>
internal readonly record struct JsonReading(IReadOnlyList<Article> Articles, string? PassedOver = null)
{
    /// <summary>What of the value could not be used; null when all was.</summary>
    public string? Notice { get; init; }

    public static JsonReading Of(Article article) => new([article]);

    public static JsonReading NoArticle(string what) => new([], what);
}
