using System.Text.Json;

namespace Indexer.Fields;

/// <summary>
/// The named values of a record: its members; those of an object that only wraps them (<c>_source</c> of Elasticsearch, <c>fields</c> of
/// the Guardian's API, <c>attributes</c> of JSON:API); and those of other objects by path (<c>headline.main</c>), for use in a mapping.
/// </summary>
internal static class JsonMembers
{
    public static bool IsHolder(string member) =>
        member is "_source" or "fields" or "attributes" or "article" or "document" or "doc" or "node";

    /// <summary>Members of the record come before those of wrapped objects.</summary>
    public static List<(string Name, JsonElement Value)> Of(JsonElement record)
    {
        var own = new List<(string, JsonElement)>();
        var held = new List<(string, JsonElement)>();
        foreach (var member in record.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object)
            {
                own.Add((member.Name, member.Value));
            }
            else if (IsHolder(member.Name))
            {
                held.AddRange(Of(member.Value));
            }
            else
            {
                own.Add((member.Name, member.Value));
                held.AddRange(member.Value.EnumerateObject().Select(inner => ($"{member.Name}.{inner.Name}", inner.Value)));
            }
        }

        return [.. own, .. held];
    }
}
