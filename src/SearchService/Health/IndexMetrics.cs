using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using Prometheus;
using SearchService.Execution;

namespace SearchService.Health;

/// <summary>Metrics of the index and of the threads for searches and look-ups, beside those of requests and of the process.</summary>
internal static class IndexMetrics
{
    /// <summary>Makes a registry of this service alone: the shared one would add up several services of a process.</summary>
    public static CollectorRegistry CreateRegistry(IArticleSearcher searcher, ICorrectionLog corrections, SearchLanes lanes)
    {
        var registry = Metrics.NewCustomRegistry();
        DotNetStats.Register(registry);
        AddIndex(registry, searcher, corrections);
        AddLane(registry, "searches", lanes.Searches.Admission);
        AddLane(registry, "lookups", lanes.LookUps.Admission);
        return registry;
    }

    private static void AddIndex(CollectorRegistry registry, IArticleSearcher searcher, ICorrectionLog corrections)
    {
        var gauges = Metrics.WithCustomRegistry(registry);
        var ready = gauges.CreateGauge("newssearch_index_ready", "1 when searches are answered, otherwise 0.");
        var articles = gauges.CreateGauge("newssearch_index_articles", "Articles in the current generation.");
        var texts = gauges.CreateGauge("newssearch_index_distinct_texts", "The same, near-duplicates counted once.");
        var bytes = gauges.CreateGauge("newssearch_index_bytes", "Size of the index on disk in bytes.");
        var generation = gauges.CreateGauge("newssearch_index_generation_number", "Number of the current generation: changes committed.");
        registry.AddBeforeCollectCallback(async cancellation =>
        {
            try
            {
                var info = await searcher.DescribeAsync(ArticleScope.Everything, cancellation);
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
    }

    private static void AddLane(CollectorRegistry registry, string works, SearchAdmission admission)
    {
        var metrics = Metrics.WithCustomRegistry(registry);
        var running = metrics.CreateGauge($"newssearch_{works}_running", $"The {works} that hold a thread.");
        var waiting = metrics.CreateGauge($"newssearch_{works}_waiting", $"The {works} that wait for a thread.");
        var refused = metrics.CreateCounter($"newssearch_{works}_refused_total", $"The {works} refused with TOO_MANY_SEARCHES.");
        registry.AddBeforeCollectCallback(() =>
        {
            running.Set(admission.Running);
            waiting.Set(admission.Waiting);
            refused.IncTo(admission.Refused);
        });
    }
}
