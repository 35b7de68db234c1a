using System.Diagnostics;
using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;
using Label = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Label;
using Type = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Type;

namespace SearchService.OpenApi;

/// <summary>Messages of the contract as JSON schemas.</summary>
internal sealed class OpenApiSchemas
{
    private const string Timestamp = ".google.protobuf.Timestamp";

    private readonly DescriptorComments comments;
    private readonly Dictionary<string, DescriptorProto> messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumDescriptorProto> enums = new(StringComparer.Ordinal);

    public OpenApiSchemas(FileDescriptorSet set, DescriptorComments comments)
    {
        this.comments = comments;
        foreach (var file in set.File)
        {
            Add($".{file.Package}", file.EnumType);
            foreach (var message in file.MessageType)
                Add($".{file.Package}", message);
        }
    }

    /// <param name="name">Full name with a dot before it, as descriptors write it.</param>
    public DescriptorProto Message(string name) => messages[name];

    /// <summary>A reference to the schema of a message.</summary>
    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{ShortName(name)}" };

    /// <summary>Name of a message or an enum in the document: <c>PublishedDate.Precision</c>.</summary>
    public static string ShortName(string name) => name[(name.LastIndexOf(".v1.", StringComparison.Ordinal) + ".v1.".Length)..];

    /// <summary>The schemas of all messages and enums that some messages consist of, in the order of their names.</summary>
    public JsonObject All(IEnumerable<string> roots)
    {
        var open = new Stack<string>(roots);
        var found = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        while (open.TryPop(out var name))
        {
            if (found.ContainsKey(ShortName(name)))
                continue;
            found.Add(ShortName(name), enums.TryGetValue(name, out var type) ? OfEnum(type) : OfMessage(messages[name], []));
            var parts = (messages.GetValueOrDefault(name)?.Field ?? []).Select(field => IsMap(field) ? MapValue(field) : field);
            foreach (var part in parts.Where(part => part.TypeName.StartsWith(".newssearch.", StringComparison.Ordinal)))
                open.Push(part.TypeName);
        }

        return new JsonObject(found.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value)));
    }

    /// <summary>The schema of a message without some of its fields, which are elsewhere in a request.</summary>
    public JsonObject OfMessage(DescriptorProto message, IReadOnlyCollection<string> without)
    {
        var fields = message.Field.Where(field => !without.Contains(field.Name)).ToList();
        var schema = new JsonObject { ["type"] = "object" };
        Describe(schema, message);
        schema["properties"] = new JsonObject(
            fields.Select(field => KeyValuePair.Create(field.JsonName, (JsonNode?)OfField(field))));
        schema["additionalProperties"] = false;
        var required = fields.Where(field => Behaves(field, FieldBehavior.Required)).Select(field => (JsonNode?)field.JsonName).ToArray();
        if (required.Length > 0)
            schema["required"] = new JsonArray(required);
        return schema;
    }

    /// <summary>The schema of a field with its comment.</summary>
    public JsonObject OfField(FieldDescriptorProto field)
    {
        var schema = field.Label != Label.Repeated ? OfValue(field)
            : IsMap(field) ? new JsonObject { ["type"] = "object", ["additionalProperties"] = OfValue(MapValue(field)) }
            : new JsonObject { ["type"] = "array", ["items"] = OfValue(field) };
        Describe(schema, field);
        if (Behaves(field, FieldBehavior.OutputOnly))
            schema["readOnly"] = true;
        if (field.Options?.Deprecated ?? false)
            schema["deprecated"] = true;
        return schema;
    }

    public void Describe(JsonObject target, object descriptor)
    {
        if (comments.Of(descriptor) is { Length: > 0 } text)
            target["description"] = text;
    }

    public static bool Behaves(FieldDescriptorProto field, FieldBehavior behavior) =>
        field.Options?.GetExtension(FieldBehaviorExtensions.FieldBehavior)?.Contains(behavior) ?? false;

    private static JsonObject OfValue(FieldDescriptorProto field) => field.Type switch
    {
        Type.String => new() { ["type"] = "string" },
        Type.Bool => new() { ["type"] = "boolean" },
        Type.Int32 => new() { ["type"] = "integer", ["format"] = "int32" },
        Type.Int64 => new() { ["type"] = "integer", ["format"] = "int64" },
        Type.Float => new() { ["type"] = "number", ["format"] = "float" },
        Type.Double => new() { ["type"] = "number", ["format"] = "double" },
        Type.Message when field.TypeName == Timestamp => new() { ["type"] = "string", ["format"] = "date-time" },
        Type.Message or Type.Enum => Reference(field.TypeName),
        _ => throw new UnreachableException($"The contract has no fields of the type {field.Type}."),
    };

    private JsonObject OfEnum(EnumDescriptorProto type)
    {
        var schema = new JsonObject { ["type"] = "string" };
        var lines = type.Value.Where(value => comments.Of(value).Length > 0).Select(value => $"- {value.Name}: {comments.Of(value)}");
        schema["description"] = string.Join("\n", lines.Prepend(comments.Of(type)).Where(line => line.Length > 0));
        schema["enum"] = new JsonArray([.. type.Value.Select(value => (JsonNode?)value.Name)]);
        return schema;
    }

    private bool IsMap(FieldDescriptorProto field) =>
        messages.TryGetValue(field.TypeName, out var type) && (type.Options?.MapEntry ?? false);

    private FieldDescriptorProto MapValue(FieldDescriptorProto field) =>
        messages[field.TypeName].Field.Single(each => each.Name == "value");

    private void Add(string scope, DescriptorProto message)
    {
        var name = $"{scope}.{message.Name}";
        messages.Add(name, message);
        Add(name, message.EnumType);
        foreach (var nested in message.NestedType)
            Add(name, nested);
    }

    private void Add(string scope, IEnumerable<EnumDescriptorProto> types)
    {
        foreach (var type in types)
            enums.Add($"{scope}.{type.Name}", type);
    }
}
