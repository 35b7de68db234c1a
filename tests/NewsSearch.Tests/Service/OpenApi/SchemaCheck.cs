using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsSearch.Tests.Service.OpenApi;

/// <summary>Checks JSON against those parts of JSON Schema that the document uses; an unknown keyword is an error too.</summary>
internal sealed class SchemaCheck(JsonNode document)
{
    /// <returns>A sentence for each violation.</returns>
    public IEnumerable<string> Violations(JsonNode? value, JsonNode schema, string path = "$")
    {
        if (schema["$ref"] is { } reference)
            return Violations(value, Resolve(reference.GetValue<string>()), path);
        return schema["type"]?.GetValue<string>() switch
        {
            "object" => value is JsonObject members ? OfObject(members, schema, path) : [Not("an object")],
            "array" => value is JsonArray items
                ? items.SelectMany((item, i) => Violations(item, schema["items"]!, $"{path}[{i}]"))
                : [Not("a list")],
            "string" => Kind() != JsonValueKind.String ? [Not("a text")]
                : schema["enum"] is JsonArray names && !names.Any(name => JsonNode.DeepEquals(name, value)) ? [Not("one of the enum")]
                : schema["format"]?.GetValue<string>() == "date-time" && !DateTimeOffset.TryParse($"{value}", out _) ? [Not("a time")]
                : [],
            "boolean" => Kind() is JsonValueKind.True or JsonValueKind.False ? [] : [Not("true or false")],
            "integer" => Kind() == JsonValueKind.Number && decimal.IsInteger(value!.GetValue<decimal>()) ? [] : [Not("an integer")],
            "number" => Kind() == JsonValueKind.Number ? [] : [Not("a number")],
            var type => [$"{path} has a schema of the unknown type {type}"],
        };

        JsonValueKind Kind() => value?.GetValueKind() ?? JsonValueKind.Null;
        string Not(string expected) => $"{path} is {value?.ToJsonString() ?? "null"}, not {expected}";
    }

    public JsonNode Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(
            document, (node, name) => node[name] ?? throw new KeyNotFoundException($"{reference} leads nowhere"));

    private IEnumerable<string> OfObject(JsonObject members, JsonNode schema, string path)
    {
        foreach (var name in schema["required"]?.AsArray() ?? [])
        {
            if (!members.ContainsKey($"{name}"))
                yield return $"{path} lacks {name}";
        }

        foreach (var (name, value) in members)
        {
            var property = schema["properties"]?[name]
                ?? (schema["additionalProperties"] is JsonObject other ? other : null);
            if (property is not null)
            {
                foreach (var violation in Violations(value, property, $"{path}.{name}"))
                    yield return violation;
            }
            else if (schema["additionalProperties"] is not JsonValue allowed || !allowed.GetValue<bool>())
            {
                yield return $"{path}.{name} is no member";
            }
        }
    }
}
