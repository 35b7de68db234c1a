using NewsIndex.Articles;

namespace Indexer.Archives.Xml;

/// <summary>The result of reading one document.</summary>
/// <param name="PassedOver">Well-formed contents that are not articles; one sentence each.</param>
internal readonly record struct XmlReading(IReadOnlyList<Article> Articles, IReadOnlyList<string> PassedOver)
{
    /// <summary>A notice on every article of the document; null when there is none.</summary>
    public string? Notice { get; init; }

    public static XmlReading Of(IEnumerable<Article> articles) => new([.. articles], []);

    public static XmlReading NoArticle(string what) => new([], [what]);
}
