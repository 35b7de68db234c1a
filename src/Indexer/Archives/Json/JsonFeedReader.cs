using System.Text.Json;
using Indexer.Authors;
using Indexer.Dates;
using Indexer.Fields;
using Indexer.Html;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>JSON Feed 1 and 1.1.</summary>
internal sealed class JsonFeedReader : JsonReader
{
    public override string Name => "json-feed";

    protected override bool RecognisesNames(ArchiveHead head) =>
        head.JsonNames.Contains("items")
            && (head.JsonNames.Contains("home_page_url") || head.JsonNames.Contains("feed_url")
                || (head.JsonNames.Contains("version") && head.JsonNames.Contains("title")));

    protected override JsonReading ReadValue(JsonElement value)
    {
        if (!value.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            throw new ArticleRecordException("the feed has no list of items");
        var source = JsonText.Of(value, "title");
        var language = JsonText.Of(value, "language");
        Uri.TryCreate(JsonText.Of(value, "feed_url", "home_page_url"), UriKind.Absolute, out var feed);
        var articles = new List<(Article, string?)>();
        foreach (var item in items.EnumerateArray())
        {
            if (Read(item, source, language, feed) is { } article)
                articles.Add((article, JsonText.Of(item, "id")));
        }

        return new JsonReading(SharedAddresses.Resolve(articles));
    }

    private static Article? Read(JsonElement item, string? source, string? language, Uri? feed)
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
            Published = StatedDate.OrSent(MetadataDate.Read(JsonText.Of(item, "date_published"), language).Published, body,
                new DateContext(language)),
            Source = source,
            Url = Address(JsonText.Of(item, "url", "external_url"), feed),
            Language = JsonText.Of(item, "language") ?? language,
            Authors = [.. JsonText.List(item, "authors").Concat(JsonText.List(item, "author"))
                .SelectMany(ByLine.People).Distinct(StringComparer.Ordinal)],
            Tags = JsonText.List(item, "tags"),
        };
    }
    /// <summary>Makes a URL relative to the feed absolute.</summary>
    private static string? Address(string? address, Uri? feed) =>
        address is null || address.Contains("://", StringComparison.Ordinal) || feed is null || !Uri.TryCreate(feed, address, out var whole)
            ? address
            : whole.AbsoluteUri;
}
