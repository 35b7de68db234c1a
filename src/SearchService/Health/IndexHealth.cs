using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using SearchService.Telemetry;

namespace SearchService.Health;

/// <summary>
/// Health check that runs a search without hits: healthy when searches are answered, degraded when new commits are not served.
/// </summary>
internal sealed class IndexHealth(IArticleSearcherLifetime searcher) : IHealthCheck
{
    /// <summary>
    /// A search that reads the index every time and finds nothing. It asks for no totals: they would be kept, and then nothing would be
    /// read; and an empty result without them is not explained, which takes several searches.
    /// </summary>
    internal static readonly QueryPlan Probe = new()
    {
        Query = new Query.And([new Query.Undated(), new Query.Not(new Query.Undated())]),
        PageSize = 1,
        Totals = TotalKinds.None,
    };

    /// <summary>Searches on the calling thread: the search threads may all be busy, which is load and not ill health.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await searcher.SearchAsync(Probe, ArticleScope.Everything, cancellationToken);
            return searcher.FollowFailure is { } reason
                ? HealthCheckResult.Degraded($"answers may be of an older generation: {reason}")
                : HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is IndexUnavailableException or CorrectionsUnavailableException)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }

    /// <summary>Logs that there is no index to answer from. The service starts without one and answers once there is.</summary>
    public static void LogMissingIndex(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IArticleSearcher>().DescribeAsync(ArticleScope.Everything, CancellationToken.None)
                .GetAwaiter().GetResult();
        }
        catch (IndexUnavailableException e)
        {
            services.GetRequiredService<ILogger<IndexHealth>>().StartedWithoutIndex(e.Message);
        }
    }
}
