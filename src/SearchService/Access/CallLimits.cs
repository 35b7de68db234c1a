using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SearchService.Errors;
using SearchService.Settings;

namespace SearchService.Access;

/// <summary>Limits how many calls a caller makes in a second, and at once.</summary>
internal sealed class CallLimits(IOptions<SearchOptions> options) : IDisposable
{
    private readonly AccessOptions options = options.Value.Access;
    private readonly PartitionedRateLimiter<(string Line, int Limit)> perSecond =
        PartitionedRateLimiter.Create<(string Line, int Limit), (string, int)>(each => RateLimitPartition.GetTokenBucketLimiter(
            each, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = each.Limit,
                TokensPerPeriod = each.Limit,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));

    private readonly PartitionedRateLimiter<(string Line, int Limit)> atOnce =
        PartitionedRateLimiter.Create<(string Line, int Limit), (string, int)>(each => RateLimitPartition.GetConcurrencyLimiter(
            each, _ => new ConcurrencyLimiterOptions { PermitLimit = each.Limit }));

    /// <summary>Counts a call in; disposing the result ends it. Null where nothing is limited.</summary>
    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED (RATE_LIMITED or TOO_MANY_CALLS).</exception>
    public IDisposable? Enter(Caller caller)
    {
        if ((caller.CallsPerSecond ?? options.CallsPerSecond) is > 0 and var rate)
        {
            using var lease = perSecond.AttemptAcquire((caller.Line, rate));
            if (!lease.IsAcquired)
                throw ErrorsToStatus.OfRateLimit(rate);
        }

        if ((caller.ConcurrentCalls ?? options.ConcurrentCalls) is not (> 0 and var most))
            return null;
        var place = atOnce.AttemptAcquire((caller.Line, most));
        if (place.IsAcquired)
            return place;
        place.Dispose();
        throw ErrorsToStatus.OfTooManyCalls(most);
    }

    public void Dispose()
    {
        perSecond.Dispose();
        atOnce.Dispose();
    }
}
