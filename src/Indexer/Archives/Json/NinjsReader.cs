using System.Text.Json;
using Indexer.Authors;
using Indexer.Fields;
using Indexer.Html;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>ninjs 1.0 to 3.0, the JSON format of the IPTC for news, alone or in the response of an agency's API (AP, PA).</summary>
/// <remarks>
/// iptc.org/std/ninjs; members that were renamed are read under each of their names are looked for under each of their names.
/// </remarks>
internal sealed class NinjsReader : JsonReader
{
    public override string Name => "ninjs";

    /// <summary>Arc XP also has headlines, but keeps its text in elements.</summary>
    protected override bool RecognisesNames(ArchiveHead head) => !head.JsonNames.Contains("content_elements") && (
        head.JsonNames.Overlaps(
            ["versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated", "description_text",
                "body_text", "body_html", "pubstatus", "pubStatus", "headlines", "bodies", "descriptions", "renditions", "api_version"])
        || (head.JsonNames.Contains("uri") && head.JsonNames.Overlaps(["type", "standard", "altids", "altIds", "associations"]))
        || (head.JsonNames.Contains("item") && head.JsonNames.Contains("total"))
        || (head.JsonNames.Contains("guid") && head.JsonNames.Overlaps(["headline", "byline", "slugline", "source"])));

    protected override JsonReading ReadValue(JsonElement value)
    {
        var items = Items(value, 0).ToList();
        if (items is [var only] && Withdrawn(only) is { } status)
            return JsonReading.NoArticle($"an item that may not be used (pubstatus {status})");
        var articles = items.Where(item => Withdrawn(item) is null).Select(Read).OfType<Article>().ToList();
        if (articles.Count > 0)
            return new JsonReading(articles);
        if (items.Count > 0 && items.TrueForAll(item => Withdrawn(item) is not null))
            return JsonReading.NoArticle("items that may not be used (pubstatus)");
        if (items.Count > 0
            && items.TrueForAll(item => JsonText.Of(item, "type", "contentType") is { } type
                && type is not ("text" or "story" or "article")))
            return JsonReading.NoArticle($"an item of the type {JsonText.Of(items[0], "type", "contentType")} without text");
        throw new ArticleRecordException("the item has neither a headline nor a text");
    }

    /// <summary><c>canceled</c> or <c>withheld</c>; null for an item that may be used, which is the default.</summary>
    private static string? Withdrawn(JsonElement item) =>
        JsonText.Of(item, "pubstatus", "pubStatus") is { } status && !status.Equals("usable", StringComparison.OrdinalIgnoreCase)
            ? status
            : null;

    /// <summary>The item, or the items of a response.</summary>
    private static IEnumerable<JsonElement> Items(JsonElement value, int depth)
    {
        if (depth > 4)
            return [];
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().SelectMany(item => Items(item, depth + 1));
        if (value.ValueKind != JsonValueKind.Object)
            return [];
        foreach (var wrapper in (string[])["data", "items", "item"])
        {
            if (value.TryGetProperty(wrapper, out var inner) && inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                return Items(inner, depth + 1);
        }

        return [value];
    }

    private static Article? Read(JsonElement item)
    {
        var language = JsonText.Of(item, "language", "contentLanguage");
        var headline = HtmlText.Line(JsonText.Of(item, "headline") ?? Role(item, "headlines", "main", "value")
            ?? JsonText.Of(item, "headline_extended", "title", "titles", "name", "names", "slugline") ?? "");
        var body = Body(item);
        if (headline.Length == 0 && body.Length == 0)
            return null;
        var (published, _) = MetadataDate.Read(
            JsonText.Of(item, "firstpublished", "firstPublished", "published", "firstcreated", "firstCreated", "contentcreated",
                "contentCreated", "versioncreated", "versionCreated"),
                language);
        return new Article
        {
            Id = JsonText.Of(item, "guid", "uri") is { Length: <= ArticleId.MaximumLength } id ? id : "",
            Headline = headline,
            Body = body,
            Published = published,
            Source = JsonText.Of(item, "source")
                ?? Role(item, "infosources", "source", "name")
                ?? JsonText.Of(item, "infosources", "infoSources", "copyrightholder", "copyrightHolder", "provider", "organisation"),
            Url = JsonText.Of(item, "url", "webUrl") is { } url && url.StartsWith("http", StringComparison.Ordinal) ? url : null,
            Language = language,
            Section = JsonText.Of(item, "section", "desk") ?? JsonText.Of(item, "genre", "genres"),
            Authors = Authors(item),
            Tags = [.. JsonText.List(item, "subject")
                .Concat(JsonText.List(item, "subjects"))
                .Concat(JsonText.List(item, "keywords"))
                .Distinct(StringComparer.Ordinal)],
            Entities =
            [
                .. Named(item, ["person", "persons", "people"], EntityType.Person),
                .. Named(item, ["organisation", "organisations", "organization", "organizations"], EntityType.Organization),
                .. Named(item, ["place", "places"], EntityType.Place),
            ],
        };
    }

    private static string Body(JsonElement item)
    {
        if (JsonText.Of(item, "body_html", "body_xhtml", "bodyHtml", "body_nitf") is { } html
            && HtmlText.Paragraphs(html) is { Length: > 0 } paragraphs)
            return paragraphs;
        if (item.TryGetProperty("bodies", out var bodies) && bodies.ValueKind == JsonValueKind.Array)
        {
            foreach (var body in bodies.EnumerateArray())
            {
                if (JsonText.Of(body, "value") is { } text && HtmlText.Paragraphs(text) is { Length: > 0 } read)
                    return read;
            }
        }

        return HtmlText.Paragraphs(
            JsonText.Of(item, "body_text", "bodyText", "body", "description_html", "description_text", "description_caption", "caption",
                "descriptions", "abstract", "description")
            ?? "");
    }

    /// <summary>The value of the entry with a role, or else of the first entry.</summary>
    private static string? Role(JsonElement item, string list, string role, string member)
    {
        if (!item.TryGetProperty(list, out var entries) || entries.ValueKind != JsonValueKind.Array)
            return null;
        var all = entries.EnumerateArray().ToList();
        var chosen = all.Find(entry => JsonText.Of(entry, "role") == role);
        return chosen.ValueKind == JsonValueKind.Object
            ? JsonText.Of(chosen, member)
            : all.Select(entry => JsonText.Of(entry, member)).FirstOrDefault(text => text is not null);
    }

    private static List<string> Authors(JsonElement item)
    {
        IEnumerable<string> names = JsonText.List(item, "authors")
            .Concat(JsonText.List(item, "author"))
            .Concat(JsonText.List(item, "creators"));
        if (!names.Any() && JsonText.Of(item, "byline", "by") is { } byline)
            names = ByLine.Names(byline);
        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<NamedEntity> Named(JsonElement item, string[] members, EntityType type) =>
        members.SelectMany(member => JsonText.List(item, member))
            .Distinct(StringComparer.Ordinal)
            .Select(name => new NamedEntity(name, type));
}
