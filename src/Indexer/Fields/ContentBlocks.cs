using System.Text.Json;

namespace Indexer.Fields;

/// <summary>
/// Reads texts that content systems keep as typed blocks: Arc XP and the Washington Post's collection, Editor.js, Sanity, Contentful,
/// Slate. Blocks with pictures, bylines and the repeated headline are not text.
/// </summary>
internal static class ContentBlocks
{
    private const int MaxDepth = 16;

    private static readonly HashSet<string> NoText = new(StringComparer.OrdinalIgnoreCase)
    {
        "kicker", "title", "headline", "byline", "author", "author_info", "authorinfo", "date", "image", "img", "photo", "picture",
        "figure", "caption", "video", "audio", "gallery", "slideshow",
        "embed", "oembed", "oembed_response", "interstitial_link", "related", "promo", "newsletter", "ad", "advertisement", "button",
        "form", "divider", "delimiter", "raw_html", "code", "tweet", "instagram",
        "embedded-asset-block", "embedded-entry-block",
    };

    /// <summary>Paragraphs, as HTML if one of them is; null if the value does not have blocks.</summary>
    public static string? Text(JsonElement value)
    {
        var blocks = Blocks(JsonText.ByLocale(value) ?? value);
        if (blocks.Count == 0 || !blocks.TrueForAll(block => Type(block) is not null))
            return null;
        List<string> paragraphs = [.. blocks.SelectMany(block => Paragraphs(block, 0))
            .Select(text => text.Trim())
            .Where(text => text.Length > 0)];
        return paragraphs.Exists(text => text.Contains('<', StringComparison.Ordinal))
            ? string.Concat(paragraphs.Select(text => $"<p>{text}</p>"))
            : string.Join("\n\n", paragraphs);
    }

    /// <summary>A list of blocks, or the list inside an editor's object.</summary>
    private static List<JsonElement> Blocks(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return value.TryGetProperty("blocks", out var inner) || (Type(value) is not null && value.TryGetProperty("content", out inner))
                ? Blocks(inner)
                : [];
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(block => block.ValueKind != JsonValueKind.Null)]
            : [];
    }

    private static string? Type(JsonElement block) => Member(block, "type", "_type", "nodeType");

    private static IEnumerable<string> Paragraphs(JsonElement block, int depth)
    {
        if (block.ValueKind == JsonValueKind.String)
            return [block.GetString()!];
        if (depth > MaxDepth || block.ValueKind != JsonValueKind.Object || (Type(block) is { } type && NoText.Contains(type)))
            return [];
        if (Member(block, "content", "text", "value", "html", "bodyHtml") is { } text)
            return [text];
        if (block.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && data.EnumerateObject().Any())
            return Paragraphs(data, depth + 1);
        foreach (var member in (string[])["children", "content", "items", "spans"])
        {
            if (block.TryGetProperty(member, out var inner) && inner.ValueKind == JsonValueKind.Array)
                return Inside([.. inner.EnumerateArray()], depth);
        }

        return [];
    }

    /// <summary>Inline pieces form one paragraph; nested blocks form one each.</summary>
    private static IEnumerable<string> Inside(List<JsonElement> parts, int depth)
    {
        var pieces = parts.ConvertAll(part => IsPiece(part) ? string.Concat(Paragraphs(part, depth + 1)) : null);
        return pieces.TrueForAll(piece => piece is not null)
            ? [string.Concat(pieces)]
            : parts.SelectMany(part => Paragraphs(part, depth + 1));
    }

    private static bool IsPiece(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object
            && (Type(part) is null or "span" or "text" or "hyperlink" or "link" or "a")
            && (Member(part, "text", "value") is not null || Type(part) is "hyperlink" or "link" or "a");

    private static string? Member(JsonElement block, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (block.ValueKind == JsonValueKind.Object && block.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.String)
                return value.GetString();
        }

        return null;
    }
}
