using System.Text.Json.Serialization;

namespace Indexer.Boilerplate;

/// <summary>A paragraph that many articles of one source have. A line of a boilerplate file.</summary>
/// <param name="Source">Null of articles that name none.</param>
/// <param name="Articles">That have it; too few by a little where an archive has millions of paragraphs.</param>
/// <param name="Share">Of the source's articles, 0 to 1.</param>
/// <param name="Paragraph">As it was first seen.</param>
internal sealed record SharedParagraph(
    [property: JsonPropertyName("source")] string? Source,
    [property: JsonPropertyName("articles")] long Articles,
    [property: JsonPropertyName("share")] double Share,
    [property: JsonPropertyName("paragraph")] string Paragraph);
