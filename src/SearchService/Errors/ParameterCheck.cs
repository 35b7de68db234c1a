using Google.Protobuf.Reflection;
using Grpc.Core;

namespace SearchService.Errors;

/// <summary>Says which parameter in the address of a REST request is none of its message, or has no value of its field.</summary>
internal static class ParameterCheck
{
    /// <param name="takesBody">All fields stand in the body then, but for those of the path.</param>
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
                return ErrorsToStatus.OfField(Echo.Of(name), "there are no parameters here", "all fields in the body", "UNKNOWN_FIELD");
            if (Field(type, name) is not { } field)
                return JsonMessageCheck.Unknown(name, type);
            if (!field.IsRepeated && values.Count > 1)
                return ErrorsToStatus.OfField(name, "this field is given twice", "it once", "FIELD_OUT_OF_RANGE");
            if (values.Select(value => JsonMessageCheck.OfText(value ?? "", field, name))
                .FirstOrDefault(wrong => wrong is not null) is { } wrongValue)
                return wrongValue;
        }

        return null;
    }

    /// <summary>Fields of inner messages are reached by dots.</summary>
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
