using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using SearchService.Telemetry;

namespace SearchService.Errors;

/// <summary>
/// Completes the statuses that gRPC itself makes before or instead of calling a method: each gets a reason, and an error of the caller is
/// not reported as a failure of the service.
/// </summary>
internal sealed class GrpcStatusGuard(RequestDelegate next, ILogger<GrpcStatusGuard> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var headers = context.Response.Headers;
        if (context.Response.HasStarted || StatusReply.IsComplete(headers)
            || !headers.TryGetValue("grpc-status", out var code) || code == "0" || !int.TryParse(code, out var number))
            return;

        StatusReply.SetHeaders(headers, StatusOf(context, (StatusCode)number));
    }

    private RpcException StatusOf(HttpContext context, StatusCode code)
    {
        var made = context.Features.Get<IServerCallContextFeature>()?.ServerCallContext.Status;
        if (made?.DebugException is InvalidProtocolBufferException)
            return ErrorsToStatus.OfMalformedRequest();
        if (code != StatusCode.Unknown)
            return ErrorsToStatus.OfFramework(code, made is { Detail.Length: > 0 } ? made.Value.Detail : $"the service answers {code}");
        if (context.RequestAborted.IsCancellationRequested || made?.DebugException is IOException or OperationCanceledException)
            return ErrorsToStatus.OfFramework(StatusCode.Cancelled, "the caller cancelled the call");
        if (made?.DebugException is { } failure)
            logger.CallFailed(context.Request.Path, failure);
        return ErrorsToStatus.OfBug();
    }
}
