using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsIndex;
using NewsIndex.Entities;
using NewsIndex.Queries;

namespace SearchService.Health;

/// <summary>Ready exactly when a search can be answered.</summary>
internal sealed class IndexHealth(IArticleSearcher searcher) : IHealthCheck
{
    private static readonly QueryPlan Nothing = new() { Query = new Query.And([new Query.Undated(), new Query.Not(new Query.Undated())]), PageSize = 0 };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await searcher.SearchAsync(Nothing, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is IndexUnavailableException or CorrectionsUnavailableException)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}
