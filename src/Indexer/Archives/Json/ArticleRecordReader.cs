using System.Text.Json;
using Indexer.Fields;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>
/// Article records, the product's own form: see <see cref="ArticleRecord"/>. Strict, so that a misspelt value is not lost.
/// </summary>
internal sealed class ArticleRecordReader : JsonReader
{
    /// <summary>The names of an article record, and those that <c>extract</c> adds.</summary>
    private static readonly HashSet<string> OfRecords = new(StringComparer.Ordinal)
    {
        "id", "headline", "body", "published", "published_from", "published_conflicts", "time_of_day", "source", "url", "language",
        "authors", "section", "tags", "kind", "entities", "origin",
    };

    /// <summary>Names in formats of others that have a headline or a body too, and that are names of no field.</summary>
    private static readonly string[] OfOthers = ["versioncreated", "body_text", "body_html", "description_text", "@type", "_id"];

    public override string Name => "article-records";

    /// <summary>
    /// Others call a headline and a body so too, but other fields by names of their own; names that are of no field mean nothing.
    /// </summary>
    protected override bool RecognisesNames(ArchiveHead head) =>
        head.JsonNames.Contains("published_from")
        || (head.JsonNames.Overlaps(["headline", "body"])
            && !head.JsonNames.Except(OfRecords).Any(name => FieldNames.Knows(name) || OfOthers.Contains(name)));

    protected override JsonReading ReadValue(JsonElement value) => JsonReading.Of(ArticleRecord.Read(value));
}
