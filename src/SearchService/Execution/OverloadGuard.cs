using Microsoft.Extensions.Options;
using SearchService.Access;
using SearchService.Errors;
using SearchService.Settings;

namespace SearchService.Execution;

/// <summary>
/// Refuses a search for which there is no time before its request is read. A flood of searches then takes little from those that run.
/// </summary>
internal sealed class OverloadGuard(RequestDelegate next, SearchLanes lanes, IOptions<SearchOptions> options)
{
    public Task InvokeAsync(HttpContext context) =>
        RpcAccess.RpcOf(context.GetEndpoint()) is { } rpc && SearchLanes.IsSearch(rpc) && context.Features.Get<Caller>() is { } caller
            && lanes.Searches.Admission.RefusalOf(
                caller.Line, options.Value.MaxSearchWait, GrpcTimeout.Of(context.Request.Headers)) is { } refusal
            ? StatusReply.WriteAsync(context, refusal)
            : next(context);
}
