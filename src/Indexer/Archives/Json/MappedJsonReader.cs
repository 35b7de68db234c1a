using System.Text.Json;
using Indexer.Extraction;
using Indexer.Fields;
using Indexer.Records;

namespace Indexer.Archives.Json;

/// <summary>
/// JSON objects with a headline or a text, mapped by the names of their members or by a mapping file; separate objects or the response of
/// an API.
/// </summary>
internal sealed class MappedJsonReader(FieldMapping mapping) : JsonReader
{
    /// <summary>States of unpublished posts in content management systems.</summary>
    private static readonly HashSet<string> Unpublished =
        new(StringComparer.OrdinalIgnoreCase) { "draft", "auto-draft", "pending", "private", "scheduled", "future", "trash" };

    /// <summary>The mapping of a recent record, reused while records have the same members. Threads may replace it at any time.</summary>
    private volatile MappedNames last = new([], mapping);

    public override string Name => "json";

    protected override bool RecognisesNames(ArchiveHead head) =>
        mapping.IsGiven || IsTable(head) || JsonLayout.Of(head.Bytes.Span, mapping) is not null;

    public override IEnumerable<Reading> Read(ArchiveSource source)
    {
        var head = new byte[ArchiveHead.Size];
        head = head[..source.Bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var isTable = IsTable(new ArchiveHead(head));
        var layout = JsonLayout.Of(head, mapping);
        var ordered = new MappedJsonReader(mapping.Ordered(DatesIn(Records(new MemoryStream(head)))));
        return ordered.Read(source, Records(new RewoundStream(head, source.Bytes)));

        IEnumerable<JsonRecord> Records(Stream bytes) =>
            isTable ? JsonTableRecords.Of(bytes)
            : layout is { Depth: > 0 } ? new JsonListRecords(layout).Of(bytes)
            : JsonRecords.Of(bytes);
    }

    /// <summary>True if the columns, or the first of them, are those of articles.</summary>
    private bool IsTable(ArchiveHead head) => JsonTableRecords.Recognises(head.Content, head.JsonNames)
        && (head.JsonNames.Contains("columns") || mapping.IsGiven
            || FieldMapping.Fields.Any(field => mapping.ColumnsOf(field, [.. head.JsonNames]).Count > 0));

    /// <summary>The dates of the records that are complete in the first bytes.</summary>
    private IEnumerable<string> DatesIn(IEnumerable<JsonRecord> records) =>
        records.Where(record => record.Problem is null).Select(record => DateOf(record.Bytes)).OfType<string>();

    /// <summary>Null for a record that has no date, is truncated or is malformed; the last is reported when the record is read.</summary>
    private string? DateOf(ReadOnlyMemory<byte> record)
    {
        try
        {
            using var document = JsonDocument.Parse(record);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            var members = JsonMembers.Of(document.RootElement);
            return mapping.ColumnsOf("published", members.ConvertAll(member => member.Name)) is [var column, ..]
                && JsonText.All(members[column].Value) is [var date, ..]
                ? date
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    protected override JsonReading ReadValue(JsonElement value)
    {
        if (IsAction(value))
            return JsonReading.NoArticle("a line of a bulk file that says what to do with the next");
        if (JsonText.Of(value, "status", "post_status") is { } status && Unpublished.Contains(status))
            return JsonReading.NoArticle($"a post that is not published ({status})");
        var members = JsonMembers.Of(value);
        var names = members.ConvertAll(member => member.Name);
        var mapped = last;
        if (!names.SequenceEqual(mapped.Names))
            last = mapped = new MappedNames(names, mapping);
        var (article, notice) =
            mapped.Article.Read(column => TextsOf(members[column].Value, isBody: mapped.Bodies.Contains(column)));
        return new JsonReading([article]) { Notice = notice };
    }

    /// <summary>What records with these members mean.</summary>
    private sealed class MappedNames(List<string> names, FieldMapping mapping)
    {
        public List<string> Names => names;

        public MappedArticle Article { get; } = new(names, mapping, PageArticle.Read);

        /// <summary>Places of the members that hold the text.</summary>
        public IReadOnlyList<int> Bodies { get; } = mapping.ColumnsOf("body", names);
    }

    private static IReadOnlyList<string> TextsOf(JsonElement value, bool isBody)
    {
        if (isBody && ContentBlocks.Text(value) is { } text)
            return text.Length > 0 ? [text] : [];
        return JsonText.All(value);
    }

    /// <summary>True for an action line of an Elasticsearch or OpenSearch bulk file.</summary>
    private static bool IsAction(JsonElement value) =>
        value.EnumerateObject().ToList() is [{ Name: "index" or "create" or "update" or "delete", Value.ValueKind: JsonValueKind.Object }];
}
