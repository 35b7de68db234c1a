using System.Globalization;
using System.Text.Json;
using CommandLines;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace SearchService.Errors;

/// <summary>Finds the first member of a JSON request that is unknown to its message or invalid for its field.</summary>
internal static class JsonMessageCheck
{
    /// <summary>Null when the message can be read.</summary>
    public static RpcException? Of(JsonElement message, MessageDescriptor type) => OfMembers(message, type, "");

    /// <summary>Checks a value of a path or query string; null when it can be read.</summary>
    public static RpcException? OfText(string text, FieldDescriptor field, string name)
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(text));
        return field.FieldType == FieldType.Bool
            ? text is "true" or "false" ? null : Wrong(name, text, "true or false")
            : OfValue(json.RootElement, field, name);
    }

    public static FieldDescriptor? Find(MessageDescriptor type, string name) =>
        type.Fields.InDeclarationOrder().FirstOrDefault(field => field.JsonName == name || field.Name == name);

    /// <param name="outer">Path of the message with its last dot, as the caller wrote it; empty for the request.</param>
    /// <param name="path">Path in the message, whose first name is not a field of it.</param>
    public static RpcException Unknown(string outer, string path, MessageDescriptor type)
    {
        var names = type.Fields.InDeclarationOrder().Select(each => each.JsonName).ToList();
        var first = path.Split('.')[0];
        var meant = Find(type, first) is null ? NearestName.To(first, names) : null;
        return ErrorsToStatus.OfField(
            Echo.Of(outer + path), "is not a field", names.Count == 0 ? "no field" : "one of " + string.Join(", ", names), "UNKNOWN_FIELD",
            meant is null ? "" : $"did you mean {Echo.Of(outer + meant + path[first.Length..])}?");
    }

    private static RpcException? OfMembers(JsonElement message, MessageDescriptor type, string path)
    {
        foreach (var property in message.EnumerateObject())
        {
            if (NameOf(property) is not { } name)
                return ErrorsToStatus.OfField("body", "has a member whose name is not valid Unicode", "UTF-8", "BAD_JSON");
            if (Find(type, name) is not { } field)
                return Unknown(path, name, type);
            if (OfField(property.Value, field, path + name) is { } wrong)
                return wrong;
        }

        return null;
    }

    private static RpcException? OfField(JsonElement value, FieldDescriptor field, string name)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (!field.IsRepeated)
            return OfValue(value, field, name);
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select((item, i) => OfValue(item, field, $"{name}[{i}]")).FirstOrDefault(wrong => wrong is not null)
            : Wrong(name, value, "a list");
    }

    private static RpcException? OfValue(JsonElement value, FieldDescriptor field, string name) => field.FieldType switch
    {
        FieldType.Message =>
            value.ValueKind == JsonValueKind.Object ? OfMembers(value, field.MessageType, name + ".") : Wrong(name, value, "an object"),
        FieldType.String when value.ValueKind != JsonValueKind.String => Wrong(name, value, "text in quotation marks"),
        FieldType.String => TextOf(value) is not null ? null : Wrong(name, value, "text in valid Unicode"),
        FieldType.Bool => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : Wrong(name, value, "true or false"),
        FieldType.Enum =>
            IsEnum(value, field.EnumType) ? null : Wrong(name, value, string.Join(", ", field.EnumType.Values.Select(each => each.Name))),
        FieldType.Double or FieldType.Float => NumberOf(value) is not null ? null : Wrong(name, value, "a number"),
        FieldType.Int64 =>
            NumberOf(value) is >= long.MinValue and <= long.MaxValue and var number && number % 1 == 0
            ? null
            : Wrong(name, value, "an integer of 64 bits"),
        _ => NumberOf(value) is >= int.MinValue and <= int.MaxValue and var number && number % 1 == 0
            ? null
            : Wrong(name, value, "an integer of 32 bits"),
    };

    private static bool IsEnum(JsonElement value, EnumDescriptor type) =>
        TextOf(value) is { } name
            ? type.FindValueByName(name) is not null
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && type.FindValueByNumber(number) is not null;

    /// <summary>Reads a number, which JSON of protobuf allows in quotation marks; null for anything else.</summary>
    private static double? NumberOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetDouble();
        return TextOf(value) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;
    }

    /// <summary>Null for a value that is not text, or that has half of a surrogate pair.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static RpcException Wrong(string name, JsonElement value, string expected) => Wrong(name, value.GetRawText(), expected);

    private static RpcException Wrong(string name, string value, string expected) =>
        ErrorsToStatus.OfField(name, $"is invalid ({Echo.Of(value)})", expected, "BAD_JSON");
}
