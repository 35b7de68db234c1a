using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace SearchService.Errors;

/// <summary>Answers a request with a status before any method is called, in the form that its caller reads.</summary>
internal static class StatusReply
{
    private const string Details = "grpc-status-details-bin";

    private static readonly JsonFormatter Formatter =
        new(new JsonFormatter.Settings(false, TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    /// <summary>Answers with the status: in headers over gRPC and gRPC-Web, as JSON over REST.</summary>
    public static Task WriteAsync(HttpContext context, RpcException status) =>
        IsGrpc(context.Request) ? WriteGrpc(context, status) : WriteJsonAsync(context, status, HttpStatusOf(status.StatusCode));

    public static Task WriteJsonAsync(HttpContext context, RpcException status, int code)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json";
        if (code == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        return context.Response.WriteAsync(Formatter.Format(status.GetRpcStatus()), context.RequestAborted);
    }

    public static void SetHeaders(IHeaderDictionary headers, RpcException status)
    {
        headers["grpc-status"] = ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture);
        headers["grpc-message"] = PercentEncoded(status.Status.Detail);
        headers[Details] = Convert.ToBase64String(status.GetRpcStatus()!.ToByteArray());
    }

    /// <summary>True for a status that has details.</summary>
    public static bool IsComplete(IHeaderDictionary headers) => headers.ContainsKey(Details);

    private static bool IsGrpc(Microsoft.AspNetCore.Http.HttpRequest request) =>
        request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

    private static Task WriteGrpc(HttpContext context, RpcException status)
    {
        context.Response.ContentType = context.Request.ContentType;
        SetHeaders(context.Response.Headers, status);
        return Task.CompletedTask;
    }

    private static int HttpStatusOf(StatusCode code) => code switch
    {
        StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
        StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>Encodes grpc-message as the gRPC specification asks. The sentences here are ASCII.</summary>
    private static string PercentEncoded(string sentence) =>
        string.Concat(
            sentence.Select(each => each is >= ' ' and <= '~' and not '%' ? each.ToString() : Uri.EscapeDataString(each.ToString())));
}
