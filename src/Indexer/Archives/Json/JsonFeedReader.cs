using System.Text.Json;
using Indexer.Archives.Tables;
using Indexer.Dates;
using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>JSON Feed, version 1 and 1.1.</summary>
internal sealed class JsonFeedReader : JsonReader
{
    public override string Name => "json-feed";

    protected override bool RecognisesNames(ArchiveHead head) =>
        head.JsonNames.Contains("items") && (head.JsonNames.Contains("home_page_url") || head.JsonNames.Contains("feed_url") || (head.JsonNames.Contains("version") && head.JsonNames.Contains("title")));

    protected override JsonReading ReadValue(JsonElement value)
    {
        if (!value.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            throw new ArticleRecordException("the feed has no list of items");
        var source = JsonText.Of(value, "title");
        var language = JsonText.Of(value, "language");
        return new JsonReading([.. items.EnumerateArray().Select(item => Read(item, source, language)).OfType<Article>()]);
    }

    private static Article? Read(JsonElement item, string? source, string? language)
    {
        var headline = HtmlText.Line(JsonText.Of(item, "title") ?? "");
        var body = HtmlText.Paragraphs(JsonText.Of(item, "content_html", "content_text", "summary") ?? "");
        if (headline.Length == 0 && body.Length == 0)
            return null;
        return new Article
        {
            Id = "",
            Headline = headline,
            Body = body,
            Published = StatedDate.OrSent(MappedArticle.Published(JsonText.Of(item, "date_published"), language).Published, body, new DateContext(language)),
            Source = source,
            Url = JsonText.Of(item, "url", "external_url"),
            Language = JsonText.Of(item, "language") ?? language,
            Authors = [.. JsonText.List(item, "authors").Concat(JsonText.List(item, "author")).Distinct(StringComparer.Ordinal)],
            Tags = JsonText.List(item, "tags"),
        };
    }
}
