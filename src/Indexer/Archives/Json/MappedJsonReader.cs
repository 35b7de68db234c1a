using System.Text.Json;
using Indexer.Archives.Tables;

namespace Indexer.Archives.Json;

/// <summary>Any JSON objects with a headline or a text, by the names of their members or by a mapping: one by one, or in the answers of an interface.</summary>
internal sealed class MappedJsonReader(FieldMapping mapping) : JsonReader
{
    public override string Name => "json";

    protected override bool RecognisesNames(ArchiveHead head) => mapping.IsGiven || JsonLayout.Of(head.Bytes.Span, mapping) is not null;

    protected override IEnumerable<JsonRecord> Records(Stream bytes)
    {
        var head = new byte[ArchiveHead.Size];
        var length = bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var whole = new RewoundStream(head.AsMemory(0, length), bytes);
        return JsonLayout.Of(head.AsSpan(0, length), mapping) is { List: not null } layout ? new JsonListRecords(layout).Of(whole) : JsonRecords.Of(whole);
    }

    protected override JsonReading ReadValue(JsonElement value)
    {
        if (IsAction(value))
            return JsonReading.NoArticle("a line of a bulk file that says what to do with the next");
        var members = JsonMembers.Of(value);
        var (article, notice) = new MappedArticle(members.ConvertAll(member => member.Name), mapping).Read(column => JsonText.All(members[column].Value));
        return new JsonReading([article]) { Notice = notice };
    }

    /// <summary>As in what Elasticsearch and OpenSearch are filled from.</summary>
    private static bool IsAction(JsonElement value) =>
        value.EnumerateObject().ToList() is [{ Name: "index" or "create" or "update" or "delete", Value.ValueKind: JsonValueKind.Object }];
}
