using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace SearchService.Health;

/// <summary>Ready exactly when a search can be answered.</summary>
internal sealed partial class IndexHealth(IArticleSearcher searcher) : IHealthCheck
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

    /// <summary>Said once, at the start: a service without an index runs, and answers when there is one.</summary>
    public static void LogMissingIndex(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IArticleSearcher>().DescribeAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (IndexUnavailableException e)
        {
            LogNoIndex(services.GetRequiredService<ILogger<IndexHealth>>(), e.Message);
        }
    }

    [LoggerMessage(EventName = "NoIndex", Level = LogLevel.Warning, Message = "There is no index to answer from: {Reason}")]
    private static partial void LogNoIndex(ILogger logger, string reason);
}
