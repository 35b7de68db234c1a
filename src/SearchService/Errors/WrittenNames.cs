using System.Text.Json;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using HttpRequest = Microsoft.AspNetCore.Http.HttpRequest;

namespace SearchService.Errors;

/// <summary>
/// Names fields in errors as a REST request wrote them: JSON of protobuf takes <c>page_size</c> and <c>pageSize</c>, and calls know the
/// first only. Reads the request again, which errors alone have to.
/// </summary>
internal static class WrittenNames
{
    /// <returns>The status itself for gRPC, and for a field that the request does not have.</returns>
    public static RpcException In(RpcException status, HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is not { } method
            || ErrorsToStatus.FieldOf(status) is not { Length: > 0 } field)
            return status;
        var written = Find(field, [.. Fields(context.Request, method)]);
        return written is null || written == field ? status : ErrorsToStatus.Renamed(status, field, written);
    }

    /// <summary>Null for a field that is not among those of the request. Errors of an inner message may leave out the way to it.</summary>
    private static string? Find(string field, List<(string Meant, string Written)> fields)
    {
        if (fields.Find(each => each.Meant == field) is { Written: { } written })
            return written;
        var inner = fields.Where(each => each.Meant.EndsWith("." + field, StringComparison.Ordinal)).Select(each => each.Written).ToList();
        var names = field.Split('.').Length;
        return inner.Select(each => string.Join('.', each.Split('.')[^names..])).Distinct(StringComparer.Ordinal).ToList() is [var only]
            ? only
            : null;
    }

    private static IEnumerable<(string Meant, string Written)> Fields(HttpRequest request, GrpcJsonTranscodingMetadata method)
    {
        var type = method.MethodDescriptor.InputType;
        foreach (var name in request.Query.Keys)
            yield return (Meant(type, name), name);
        // JsonRequestGuard has read the body and kept it.
        if (method.HttpRule.Body.Length == 0 || !request.Body.CanSeek)
            yield break;
        request.Body.Position = 0;
        using var json = JsonDocument.Parse(request.Body);
        foreach (var field in Members(json.RootElement, type, "", ""))
            yield return field;
    }

    /// <summary>The path of a parameter by the names of the contract.</summary>
    private static string Meant(MessageDescriptor? type, string path)
    {
        var names = path.Split('.');
        for (var i = 0; i < names.Length && type is not null; i++)
        {
            var field = JsonMessageCheck.Find(type, names[i]);
            names[i] = field?.Name ?? names[i];
            type = field is { FieldType: FieldType.Message } ? field.MessageType : null;
        }

        return string.Join('.', names);
    }

    private static IEnumerable<(string Meant, string Written)> Members(
        JsonElement message, MessageDescriptor type, string meantPath, string writtenPath)
    {
        foreach (var property in message.EnumerateObject())
        {
            if (JsonMessageCheck.Find(type, property.Name) is not { } field)
                continue;
            var (meant, written) = (meantPath + field.Name, writtenPath + property.Name);
            yield return (meant, written);
            if (field.FieldType != FieldType.Message)
                continue;
            foreach (var (part, place) in Parts(property.Value))
            {
                foreach (var inner in Members(part, field.MessageType, $"{meant}{place}.", $"{written}{place}."))
                    yield return inner;
            }
        }
    }

    /// <summary>The messages of a member, each with its place in a list.</summary>
    private static IEnumerable<(JsonElement Part, string Place)> Parts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => [(value, "")],
        JsonValueKind.Array =>
            value.EnumerateArray().Select((part, i) => (part, $"[{i}]")).Where(each => each.part.ValueKind == JsonValueKind.Object),
        _ => [],
    };
}
