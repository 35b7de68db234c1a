using Prometheus;

namespace SearchService.Health;

/// <summary>
/// Metrics of the heap at the last collection: what is live, what is free between live objects, and what the process holds in all. For
/// Prometheus alone; over OTLP, the meter <c>System.Runtime</c> has the same.
/// </summary>
internal static class MemoryMetrics
{
    /// <summary>Names of the parts of the heap, in the order of <see cref="GCMemoryInfo.GenerationInfo"/>.</summary>
    private static readonly string[] Parts = ["0", "1", "2", "large", "pinned"];

    public static void Register(CollectorRegistry registry)
    {
        var metrics = Metrics.WithCustomRegistry(registry);
        var size = metrics.CreateGauge("newssearch_heap_bytes", "Size of a part of the heap after the last collection.", "part");
        var free = metrics.CreateGauge("newssearch_heap_fragmented_bytes", "Unused bytes between the objects of a part.", "part");
        var committed = metrics.CreateGauge("newssearch_heap_committed_bytes", "Memory that the heap holds of the system.");
        registry.AddBeforeCollectCallback(() =>
        {
            var info = GC.GetGCMemoryInfo();
            for (var part = 0; part < Parts.Length; part++)
            {
                size.WithLabels(Parts[part]).Set(info.GenerationInfo[part].SizeAfterBytes);
                free.WithLabels(Parts[part]).Set(info.GenerationInfo[part].FragmentationAfterBytes);
            }

            committed.Set(info.TotalCommittedBytes);
        });
    }
}
