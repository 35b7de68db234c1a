using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.SavedSnapshots;
using Prometheus;
using SearchService.Execution;
using SearchService.Telemetry;

namespace SearchService.Health;

/// <summary>Metrics of the index and of the threads for searches and look-ups, beside those of requests and of the process.</summary>
internal static class IndexMetrics
{
    /// <summary>Age up to which numbers of the index are not read again.</summary>
    private static readonly TimeSpan MinAge = TimeSpan.FromMilliseconds(100);

    /// <summary>Completes the registry of a service.</summary>
    public static CollectorRegistry CompleteRegistry(
        IArticleSearcherLifetime searcher, ICorrectionLog corrections, IGenerationPins pins, SnapshotFolder? snapshots,
        SearchLanes lanes, ServiceMeter meter, TimeProvider clock)
    {
        var registry = meter.Registry;
        DotNetStats.Register(registry);
        MemoryMetrics.Register(registry);
        AddIndex(registry, searcher, corrections, pins, meter, clock);
        if (snapshots is not null)
            AddSnapshots(registry, snapshots, meter, clock);
        AddCaches(registry, searcher, meter);
        AddLane(registry, "searches", lanes.Searches.Admission, meter);
        AddLane(registry, "lookups", lanes.LookUps.Admission, meter);
        return registry;
    }

    private static void AddIndex(
        CollectorRegistry registry, IArticleSearcher searcher, ICorrectionLog corrections, IGenerationPins pins, ServiceMeter meter,
        TimeProvider clock)
    {
        var gauges = Metrics.WithCustomRegistry(registry);
        var ready = gauges.CreateGauge("newssearch_index_ready", "1 when searches are answered, otherwise 0.");
        var articles = gauges.CreateGauge("newssearch_index_articles", "Articles in the current generation.");
        var texts = gauges.CreateGauge("newssearch_index_distinct_texts", "The same, near-duplicates counted once.");
        var bytes = gauges.CreateGauge("newssearch_index_bytes", "Size of the index on disk in bytes.");
        var generation = gauges.CreateGauge("newssearch_index_generation_number", "Number of the current generation: changes committed.");
        var age = gauges.CreateGauge("newssearch_index_generation_age_seconds", "Time since this service first saw the generation.");
        var pinned = gauges.CreateGauge("newssearch_pins", "Pins of generations that are in force.");
        var expired = gauges.CreateGauge("newssearch_pins_expired", "Pins of generations that have expired.");
        var read = (Generation: default(Generation?), FirstSeen: clock.GetTimestamp(), At: default(long?));
        registry.AddBeforeCollectCallback(Read);
        foreach (var gauge in new[] { ready, articles, texts, bytes, generation, age, pinned, expired })
        {
            meter.Observe(gauge.Name.Replace("newssearch_", "newssearch.", StringComparison.Ordinal), gauge.Help, () =>
            {
                Read();
                return gauge.Value;
            });
        }

        // The numbers of one moment, whoever collects them and in how many pieces.
        void Read()
        {
            if (read.At is { } at && clock.GetElapsedTime(at) < MinAge)
                return;
            read.At = clock.GetTimestamp();
            try
            {
                var info = searcher.DescribeAsync(ArticleScope.Everything, CancellationToken.None).GetAwaiter().GetResult();
                _ = corrections.Current;
                ready.Set(1);
                articles.Set(info.Articles);
                texts.Set(info.DistinctTexts);
                bytes.Set(info.Bytes);
                generation.Set(info.Generation.Number);
                if (read.Generation != info.Generation)
                    (read.Generation, read.FirstSeen) = (info.Generation, clock.GetTimestamp());
                age.Set(clock.GetElapsedTime(read.FirstSeen).TotalSeconds);
                var made = pins.Read();
                expired.Set(made.Count(pin => pin.IsExpiredAt(clock.GetUtcNow())));
                pinned.Set(made.Count - expired.Value);
            }
            catch (Exception e) when (e is IndexUnavailableException or CorrectionsUnavailableException)
            {
                ready.Set(0);
            }
        }
    }

    private static void AddSnapshots(CollectorRegistry registry, SnapshotFolder snapshots, ServiceMeter meter, TimeProvider clock)
    {
        const string help = "Time since the last snapshot was finished; not a number while there is none.";
        var age = Metrics.WithCustomRegistry(registry).CreateGauge("newssearch_snapshot_age_seconds", help);
        registry.AddBeforeCollectCallback(() => age.Set(Age()));
        meter.Observe("newssearch.snapshot_age_seconds", help, Age);

        double Age() => snapshots.LastFinishedAt() is { } finished ? (clock.GetUtcNow() - finished).TotalSeconds : double.NaN;
    }

    private static void AddCaches(CollectorRegistry registry, IArticleSearcherLifetime searcher, ServiceMeter meter)
    {
        const string Hits = "Blocks of index files read from memory.";
        const string Misses = "Blocks of index files read from the file system.";
        const string Profiles = "Size of what is kept in memory of frequent terms.";
        var metrics = Metrics.WithCustomRegistry(registry);
        var hits = metrics.CreateCounter("newssearch_cache_block_hits_total", Hits);
        var misses = metrics.CreateCounter("newssearch_cache_block_misses_total", Misses);
        var profiles = metrics.CreateGauge("newssearch_cache_profile_bytes", Profiles);
        meter.Observe("newssearch.cache.block_hits", Hits, () => searcher.Caches.BlockHits);
        meter.Observe("newssearch.cache.block_misses", Misses, () => searcher.Caches.BlockMisses);
        meter.Observe("newssearch.cache.profile_bytes", Profiles, () => searcher.Caches.ProfileBytes);
        registry.AddBeforeCollectCallback(() =>
        {
            var caches = searcher.Caches;
            hits.IncTo(caches.BlockHits);
            misses.IncTo(caches.BlockMisses);
            profiles.Set(caches.ProfileBytes);
        });
    }

    private static void AddLane(CollectorRegistry registry, string works, SearchAdmission admission, ServiceMeter meter)
    {
        meter.Observe($"newssearch.{works}.running", $"The {works} that hold a thread.", () => admission.Running);
        meter.Observe($"newssearch.{works}.waiting", $"The {works} that wait for a thread.", () => admission.Waiting);
        meter.Observe($"newssearch.{works}.refused", $"The {works} refused with TOO_MANY_SEARCHES.", () => admission.Refused);
        var metrics = Metrics.WithCustomRegistry(registry);
        var running = metrics.CreateGauge($"newssearch_{works}_running", $"The {works} that hold a thread.");
        var waiting = metrics.CreateGauge($"newssearch_{works}_waiting", $"The {works} that wait for a thread.");
        var refused = metrics.CreateCounter($"newssearch_{works}_refused_total", $"The {works} refused with TOO_MANY_SEARCHES.");
        var expired = metrics.CreateCounter($"newssearch_{works}_expired_total", $"The {works} whose caller left while they waited.");
        registry.AddBeforeCollectCallback(() =>
        {
            expired.IncTo(admission.Expired);
            running.Set(admission.Running);
            waiting.Set(admission.Waiting);
            refused.IncTo(admission.Refused);
        });
    }
}
