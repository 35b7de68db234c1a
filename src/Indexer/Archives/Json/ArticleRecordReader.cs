using System.Text.Json;
using Indexer.Fields;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>
/// Article records, the product's own format; see <see cref="ArticleRecord"/>. Reading is strict, so that a misspelt value is not lost.
/// </summary>
internal sealed class ArticleRecordReader : JsonReader
{
    /// <summary>Members of an article record, and those that <c>extract</c> adds.</summary>
    private static readonly HashSet<string> OfRecords = new(StringComparer.Ordinal)
    {
        "id", "headline", "body", "published", "published_from", "published_conflicts", "time_of_day", "source", "url", "language",
        "authors", "section", "tags", "kind", "entities", "origin",
    };

    /// <summary>Members of other formats that also have <c>headline</c> or <c>body</c>, and that are not fields of an article.</summary>
    private static readonly string[] OfOthers = ["versioncreated", "body_text", "body_html", "description_text", "@type", "_id"];

    public override string Name => "article-records";

    /// <summary>
    /// Other formats also use <c>headline</c> and <c>body</c>, but other names for the other fields. Names of no field do not count.
    /// </summary>
    protected override bool RecognisesNames(ArchiveHead head) =>
        head.JsonNames.Contains("published_from")
        || (head.JsonNames.Overlaps(["headline", "body"])
            && !head.JsonNames.Except(OfRecords).Any(name => FieldNames.Knows(name) || OfOthers.Contains(name)));

    protected override JsonReading ReadValue(JsonElement value) => JsonReading.Of(ArticleRecord.Read(value));
}
