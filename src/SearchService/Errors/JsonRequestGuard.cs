using System.Text.Json;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using HttpRequest = Microsoft.AspNetCore.Http.HttpRequest;

namespace SearchService.Errors;

/// <summary>
/// Refuses REST requests with an unknown field or an invalid value. Transcoding would skip an unknown field, so that a misspelt filter
/// finds everything, and does not name an invalid value.
/// </summary>
internal sealed class JsonRequestGuard(RequestDelegate next)
{
    private const int MaxBodyBytes = 4 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is { } method
            && await CheckAsync(context.Request, method) is var (failure, code))
        {
            await StatusReply.WriteJsonAsync(context, failure, code);
            return;
        }

        await next(context);
    }

    private static async Task<(RpcException, int)?> CheckAsync(HttpRequest request, GrpcJsonTranscodingMetadata method)
    {
        var takesBody = method.HttpRule.Body.Length > 0;
        if (ParameterCheck.Of(request, method.MethodDescriptor.InputType, takesBody) is { } wrong)
            return (wrong, StatusCodes.Status400BadRequest);
        if (!takesBody)
            return null;
        if (!request.HasJsonContentType())
            return (ErrorsToStatus.OfValue("content-type", request.ContentType ?? "", "application/json", "BAD_CONTENT_TYPE"),
                StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > MaxBodyBytes)
            return (ErrorsToStatus.OfTooLargeRequest(MaxBodyBytes), StatusCodes.Status413PayloadTooLarge);
        request.EnableBuffering(MaxBodyBytes, MaxBodyBytes);
        var failure = await CheckAsync(request.Body, method.MethodDescriptor.InputType, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return failure is null
            ? null
            : (failure, failure.StatusCode == StatusCode.ResourceExhausted
            ? StatusCodes.Status413PayloadTooLarge
            : StatusCodes.Status400BadRequest);
    }

    private static async Task<RpcException?> CheckAsync(Stream body, MessageDescriptor type, CancellationToken cancellation)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(body, default, cancellation);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? JsonMessageCheck.Of(json.RootElement, type)
                : ErrorsToStatus.OfField(
                    "body", $"is not a JSON object ({json.RootElement.ValueKind})", $"an object with the fields of {type.FullName}",
                    "BAD_JSON");
        }
        catch (JsonException e)
        {
            return ErrorsToStatus.OfField(
                "body", $"is not valid JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine}", "one JSON object", "BAD_JSON");
        }
        catch (IOException)
        {
            return ErrorsToStatus.OfTooLargeRequest(MaxBodyBytes);
        }
    }
}
