using Grpc.Core;
using Microsoft.Extensions.Options;
using SearchService.Access;
using SearchService.Errors;
using SearchService.Settings;

namespace SearchService.Execution;

/// <summary>
/// Refuses a search for which there is no time before its request is read. A flood of searches then takes little from those that run.
/// </summary>
internal sealed class OverloadGuard(RequestDelegate next, SearchLanes lanes, IOptions<SearchOptions> options, TimeProvider clock)
{
    private readonly RefusalPace pace = new(clock);

    public Task InvokeAsync(HttpContext context)
    {
        if (RpcAccess.RpcOf(context.GetEndpoint()) is not { } rpc || !SearchLanes.IsSearch(rpc)
            || context.Features.Get<Caller>() is not { } caller)
            return next(context);
        var timeLeft = GrpcTimeout.Of(context.Request.Headers);
        return lanes.Searches.Admission.RefusalOf(caller.Line, options.Value.MaxSearchWait, timeLeft) is { } refusal
            ? RefuseAsync(context, refusal, pace.Next(caller.Line, timeLeft))
            : next(context);
    }

    private async Task RefuseAsync(HttpContext context, RpcException refusal, TimeSpan pause)
    {
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause, clock, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await StatusReply.WriteAsync(context, refusal);
    }
}
