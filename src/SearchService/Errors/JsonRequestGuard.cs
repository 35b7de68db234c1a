using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.AspNetCore.Server;
using Grpc.Core;

namespace SearchService.Errors;

/// <summary>
/// Refuses JSON requests that transcoding would answer wrongly: it skips fields that it does not know, so that a misspelt filter would find
/// everything, and says nothing of where malformed JSON is broken.
/// </summary>
internal sealed class JsonRequestGuard(RequestDelegate next)
{
    private const int BodyLimit = 4 * 1024 * 1024;

    private static readonly JsonFormatter Formatter = new(new JsonFormatter.Settings(false, TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasJsonContentType() || RequestType(context) is not { } type)
        {
            await next(context);
            return;
        }

        context.Request.EnableBuffering(BodyLimit, BodyLimit);
        var failure = await CheckAsync(context.Request.Body, type, context.RequestAborted);
        context.Request.Body.Position = 0;
        if (failure is null)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Formatter.Format(failure.GetRpcStatus()), context.RequestAborted);
    }

    private static async Task<RpcException?> CheckAsync(Stream body, MessageDescriptor type, CancellationToken cancellation)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(body, default, cancellation);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? UnknownField(json.RootElement, type, "")
                : ErrorsToStatus.OfField("body", $"the request is a JSON {json.RootElement.ValueKind}", $"an object with the fields of {type.FullName}", "BAD_JSON");
        }
        catch (JsonException e)
        {
            return ErrorsToStatus.OfField("body", $"the request is not valid JSON, at line {e.LineNumber + 1} byte {e.BytePositionInLine}", "one JSON object", "BAD_JSON");
        }
        catch (IOException)
        {
            return ErrorsToStatus.OfField("body", "the request is too long", $"at most {BodyLimit:N0} bytes", "BAD_JSON");
        }
    }

    private static RpcException? UnknownField(JsonElement message, MessageDescriptor type, string path)
    {
        foreach (var property in message.EnumerateObject())
        {
            var name = path + property.Name;
            if (type.Fields.InDeclarationOrder().FirstOrDefault(field => field.JsonName == property.Name || field.Name == property.Name) is not { } field)
                return ErrorsToStatus.OfField(name, "there is no such field", "one of " + string.Join(", ", type.Fields.InDeclarationOrder().Select(each => each.JsonName)), "UNKNOWN_FIELD");
            if (field.FieldType == FieldType.Message && Inside(property.Value, field.MessageType, name) is { } inner)
                return inner;
        }

        return null;
    }

    private static RpcException? Inside(JsonElement value, MessageDescriptor type, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => UnknownField(value, type, path + "."),
        JsonValueKind.Array => value.EnumerateArray().Select((item, i) => Inside(item, type, $"{path}[{i}]")).FirstOrDefault(failure => failure is not null),
        _ => null,
    };

    /// <summary>The message that the endpoint takes; null for what is no transcoded method.</summary>
    private static MessageDescriptor? RequestType(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.GetType().GenericTypeArguments[0]
            .GetProperty("Descriptor")?.GetValue(null) as MessageDescriptor;
}
