using System.Text.Json;
using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>Article records, the product's own form: see <see cref="ArticleRecord"/>. Strict, so that a misspelt value is not lost.</summary>
internal sealed class ArticleRecordReader : JsonReader
{
    private static readonly string[] OfOthers = ["uri", "guid", "versioncreated", "body_text", "body_html", "description_text", "@type", "title", "text", "content", "_id", "web_url", "pub_date", "lead_paragraph"];

    public override string Name => "article-records";

    protected override bool RecognisesNames(ArchiveHead head) =>
        (head.JsonNames.Contains("headline") || head.JsonNames.Contains("body") || head.JsonNames.Contains("published_from")) && !head.JsonNames.Overlaps(OfOthers);

    protected override JsonReading ReadValue(JsonElement value) => JsonReading.Of(ArticleRecord.Read(value));
}
