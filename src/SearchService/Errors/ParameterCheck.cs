using Google.Protobuf.Reflection;
using Grpc.Core;

namespace SearchService.Errors;

/// <summary>Finds the first parameter of a REST request's path or query string that is unknown or invalid.</summary>
internal static class ParameterCheck
{
    /// <param name="takesBody">True when every field outside the path belongs into the body.</param>
    /// <returns>Null when all parameters can be read.</returns>
    public static RpcException? Of(HttpRequest request, MessageDescriptor type, bool takesBody)
    {
        foreach (var (name, value) in request.RouteValues)
        {
            if (JsonMessageCheck.Find(type, name) is { IsRepeated: false } field && value is string text
                && JsonMessageCheck.OfText(text, field, name) is { } wrong)
                return wrong;
        }

        foreach (var (name, values) in request.Query)
        {
            if (takesBody)
                return ErrorsToStatus.OfField(
                    Echo.Of(name), "is a parameter of the query string", "all fields in the body", "UNKNOWN_FIELD");
            if (Field(type, name) is not { } field)
                return Unknown("", name, type);
            if (!field.IsRepeated && values.Count > 1)
                return ErrorsToStatus.OfField(name, "is given more than once", "one value");
            if (values.Select(value => JsonMessageCheck.OfText(value ?? "", field, name))
                .FirstOrDefault(wrong => wrong is not null) is { } wrongValue)
                return wrongValue;
        }

        return null;
    }

    /// <summary>Names the message that the path leads into before the unknown name.</summary>
    private static RpcException Unknown(string outer, string path, MessageDescriptor type)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot >= 0 && JsonMessageCheck.Find(type, path[..dot]) is { FieldType: FieldType.Message } field
            ? Unknown(outer + path[..(dot + 1)], path[(dot + 1)..], field.MessageType)
            : JsonMessageCheck.Unknown(outer, path, type);
    }

    /// <summary>Finds a field by its path; a dot leads into an inner message.</summary>
    private static FieldDescriptor? Field(MessageDescriptor type, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return JsonMessageCheck.Find(type, path);
        return JsonMessageCheck.Find(type, path[..dot]) is { FieldType: FieldType.Message } outer
            ? Field(outer.MessageType, path[(dot + 1)..])
            : null;
    }
}
