using System.Text.Json;
using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>Article records, the product's own form: see <see cref="ArticleRecord"/>. Strict, so that a misspelt value is not lost.</summary>
internal sealed class ArticleRecordReader : JsonReader
{
    /// <summary>The names of an article record, and those that <c>extract</c> adds.</summary>
    private static readonly HashSet<string> OfRecords = new(StringComparer.Ordinal)
    {
        "id", "headline", "body", "published", "published_from", "published_conflicts", "time_of_day", "source", "url", "language", "authors", "section", "tags", "kind", "entities", "origin",
    };

    public override string Name => "article-records";

    /// <summary>Others call a headline and a body so too, beside names of their own.</summary>
    protected override bool RecognisesNames(ArchiveHead head) =>
        head.JsonNames.Contains("published_from") || (head.JsonNames.Overlaps(["headline", "body"]) && head.JsonNames.IsSubsetOf(OfRecords));

    protected override JsonReading ReadValue(JsonElement value) => JsonReading.Of(ArticleRecord.Read(value));
}
