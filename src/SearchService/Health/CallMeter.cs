using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using SearchService.Access;
using SearchService.Telemetry;

namespace SearchService.Health;

/// <summary>
/// Measures each call by its RPC and gRPC status, over gRPC, gRPC-Web and REST, refused ones too. To HTTP every gRPC call is a 200.
/// </summary>
internal sealed class CallMeter(RequestDelegate next, ServiceMeter meter, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var begun = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (RpcAccess.RpcOf(context.GetEndpoint()) is { } rpc)
                meter.Call(rpc, StatusOf(context), clock.GetElapsedTime(begun));
        }
    }

    private static StatusCode StatusOf(HttpContext context)
    {
        if (CallStatus.Of(context) is { } told)
            return told;
        if (TextOf(context) is { } text && int.TryParse(text, CultureInfo.InvariantCulture, out var number))
            return (StatusCode)number;
        return context.RequestAborted.IsCancellationRequested ? StatusCode.Cancelled : OfHttp(context.Response.StatusCode);
    }

    private static string? TextOf(HttpContext context)
    {
        if (context.Response.Headers.TryGetValue("grpc-status", out var header))
            return header;
        var trailers = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        return trailers is not null && trailers.TryGetValue("grpc-status", out var trailer) ? trailer.ToString() : null;
    }

    private static StatusCode OfHttp(int code) => code switch
    {
        < 400 => StatusCode.OK,
        400 or 415 => StatusCode.InvalidArgument,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.NotFound,
        413 or 429 => StatusCode.ResourceExhausted,
        499 => StatusCode.Cancelled,
        503 => StatusCode.Unavailable,
        504 => StatusCode.DeadlineExceeded,
        _ => StatusCode.Internal,
    };
}
