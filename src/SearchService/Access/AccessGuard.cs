using Grpc.Core;
using SearchService.Errors;
using SearchService.Telemetry;

namespace SearchService.Access;

/// <summary>
/// Lets a request pass whose caller may make it: the only place that decides so, for gRPC, gRPC-Web, REST and the other paths alike. It
/// stands before the request is read, so that a stranger costs a header.
/// </summary>
internal sealed class AccessGuard(RequestDelegate next, SignIn signIn, CallLimits limits, ILogger<AccessGuard> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var scope = RpcAccess.ScopeOf(context.GetEndpoint());
        if (scope == AccessScope.Open)
        {
            await next(context);
            return;
        }

        IDisposable? place;
        try
        {
            var caller = await signIn.CallerAsync(context);
            context.Features.Set(caller);
            if (scope is not { } needed || !caller.May(needed))
                throw ErrorsToStatus.OfMissingScope(scope is { } missing ? GrantedScopes.WordOf(missing) : "none");
            place = limits.Enter(caller);
        }
        catch (RpcException refusal)
        {
            Log(context, refusal);
            await StatusReply.WriteAsync(context, refusal);
            return;
        }

        using (place)
            await next(context);
    }

    private void Log(HttpContext context, RpcException refusal)
    {
        if (!logger.IsEnabled(LogLevel.Information))
            return;
        var name = context.Features.Get<Caller>()?.Name ?? "";
        logger.CallRefused(LogText.Of(context.Request.Path), LogText.Of(name), ErrorsToStatus.ReasonOf(refusal));
    }
}
