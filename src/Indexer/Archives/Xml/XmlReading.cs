using NewsIndex.Articles;

namespace Indexer.Archives.Xml;

/// <summary>What one document was read as.</summary>
/// <param name="PassedOver">What it holds besides articles, where that is well formed: one sentence each.</param>
internal readonly record struct XmlReading(IReadOnlyList<Article> Articles, IReadOnlyList<string> PassedOver)
{
    /// <summary>What is to be known of each article; null when nothing is.</summary>
    public string? Notice { get; init; }

    public static XmlReading Of(IEnumerable<Article> articles) => new([.. articles], []);

    public static XmlReading NoArticle(string what) => new([], [what]);
}
