using System.Text.Json.Serialization;

namespace Indexer.Boilerplate;

/// <summary>A paragraph that many articles of one source share; a line of a boilerplate file.</summary>
/// <param name="Source">Source of the articles; null if they have none.</param>
/// <param name="Articles">Number of articles with the paragraph; slightly too low for archives with millions of paragraphs.</param>
/// <param name="Share">Share of the source's articles, 0 to 1.</param>
/// <param name="Paragraph">Text of its second occurrence.</param>
internal sealed record SharedParagraph(
    [property: JsonPropertyName("source")] string? Source,
    [property: JsonPropertyName("articles")] long Articles,
    [property: JsonPropertyName("share")] double Share,
    [property: JsonPropertyName("paragraph")] string Paragraph);
