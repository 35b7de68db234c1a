using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using Prometheus;

namespace SearchService.Health;

/// <summary>What /metrics says: requests and their durations by call, the process, and the index.</summary>
internal static class IndexMetrics
{
    /// <summary>A registry of the service's own, so that two services in one process do not count together.</summary>
    public static CollectorRegistry CreateRegistry(IArticleSearcher searcher, CorrectionLog corrections)
    {
        var registry = Metrics.NewCustomRegistry();
        DotNetStats.Register(registry);
        var gauges = Metrics.WithCustomRegistry(registry);
        var ready = gauges.CreateGauge("newssearch_index_ready", "1 when a search can be answered.");
        var articles = gauges.CreateGauge("newssearch_index_articles", "Articles in the generation that answers.");
        var texts = gauges.CreateGauge("newssearch_index_distinct_texts", "The same with near copies counted once.");
        var bytes = gauges.CreateGauge("newssearch_index_bytes", "Size of the index on disk.");
        var generation = gauges.CreateGauge("newssearch_index_generation_number", "Number of the generation: changes committed so far.");
        registry.AddBeforeCollectCallback(async cancellation =>
        {
            try
            {
                var info = await searcher.DescribeAsync(cancellation);
                _ = corrections.Current;
                ready.Set(1);
                articles.Set(info.Articles);
                texts.Set(info.DistinctTexts);
                bytes.Set(info.Bytes);
                generation.Set(info.Generation.Number);
            }
            catch (Exception e) when (e is IndexUnavailableException or CorrectionsUnavailableException)
            {
                ready.Set(0);
            }
        });
        return registry;
    }
}
