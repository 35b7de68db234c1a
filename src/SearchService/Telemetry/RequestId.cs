using System.Diagnostics;

namespace SearchService.Telemetry;

/// <summary>
/// Gives each reply the id under which the log has its request: the trace id of the caller's <c>traceparent</c>, or a new one.
/// </summary>
internal static class RequestId
{
    private const string Header = "x-request-id";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers[Header] = Of(context);
        return next(context);
    }

    public static string Of(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
