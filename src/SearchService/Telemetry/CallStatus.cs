using Grpc.Core;

namespace SearchService.Telemetry;

/// <summary>The status of a call, kept beside its HTTP request: REST and gRPC-Web do not show it in headers.</summary>
internal static class CallStatus
{
    /// <summary>Keeps the status of a failed call.</summary>
    public static void Keep(HttpContext context, StatusCode status) => context.Items[typeof(CallStatus)] = status;

    /// <summary>Null for a call that did not fail in its method.</summary>
    public static StatusCode? Of(HttpContext context) => context.Items[typeof(CallStatus)] as StatusCode?;
}
