using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;

namespace SearchService.Errors;

/// <summary>
/// Statuses that gRPC itself makes, before a method is called or instead of it: they are given a reason like all others, and what a caller
/// did wrong is no failure of the service.
/// </summary>
internal sealed partial class GrpcStatusGuard(RequestDelegate next, ILogger<GrpcStatusGuard> logger)
{
    private const string Details = "grpc-status-details-bin";

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var headers = context.Response.Headers;
        if (context.Response.HasStarted || !headers.TryGetValue("grpc-status", out var code) || code == "0" || headers.ContainsKey(Details)
            || !int.TryParse(code, out var number))
            return;

        var status = StatusOf(context, (StatusCode)number);
        headers["grpc-status"] = ((int)status.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        headers["grpc-message"] = PercentEncoded(status.Status.Detail);
        headers[Details] = Convert.ToBase64String(status.GetRpcStatus()!.ToByteArray());
    }

    private RpcException StatusOf(HttpContext context, StatusCode code)
    {
        var made = context.Features.Get<IServerCallContextFeature>()?.ServerCallContext.Status;
        if (made?.DebugException is InvalidProtocolBufferException)
            return ErrorsToStatus.OfMalformedRequest();
        if (code != StatusCode.Unknown)
            return ErrorsToStatus.OfFramework(code, made is { Detail.Length: > 0 } ? made.Value.Detail : $"the service answers {code}");
        if (context.RequestAborted.IsCancellationRequested || made?.DebugException is IOException or OperationCanceledException)
            return ErrorsToStatus.OfFramework(StatusCode.Cancelled, "the caller went away");
        if (made?.DebugException is { } failure)
            LogFailure(context.Request.Path, failure);
        return ErrorsToStatus.OfBug();
    }

    /// <summary>As the specification of gRPC has it for grpc-message; our sentences here are of ASCII.</summary>
    private static string PercentEncoded(string sentence) =>
        string.Concat(
            sentence.Select(each => each is >= ' ' and <= '~' and not '%' ? each.ToString() : Uri.EscapeDataString(each.ToString())));

    [LoggerMessage(EventName = "CallFailedOutside", Level = LogLevel.Error, Message = "{Path} failed.")]
    private partial void LogFailure(string path, Exception failure);
}
