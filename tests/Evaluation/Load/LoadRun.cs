using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using NewsSearch.V1;

namespace Evaluation.Load;

/// <summary>
/// A number of callers, each with one call after the other, and beside them a second client: it asks for health, readiness and a cheap
/// search ten times a second, as an orchestrator and a reader would.
/// </summary>
/// <param name="calls">Made in turn by all callers.</param>
/// <param name="deadline">Deadline of each call; null for none.</param>
internal sealed class LoadRun(Uri grpc, Uri http, IReadOnlyList<LoadCall> calls, TimeSpan? deadline) : IDisposable
{
    /// <summary>Calls on one connection: Kestrel takes 100 at once.</summary>
    private const int CallersOfConnection = 64;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>After the callers have gone, the service has this long to come to rest.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(1);

    /// <summary>Then the second client goes on for this long.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly HttpClient web = new() { BaseAddress = http, Timeout = TimeSpan.FromSeconds(10) };
    private readonly Latencies health = new();
    private readonly Latencies readiness = new();
    private readonly Latencies probes = new();
    private readonly Latencies searches = new();
    private readonly Latencies probesAfter = new();
    private int next;

    /// <summary>The columns of <see cref="RunAsync"/>.</summary>
    public const string Header =
        "| callers | q/s | p50 ms | p99 | p99.9 | max | failures | healthz p50 | max | readyz p99 | max | second client p50 | p99 | "
        + "its failures | max a second later | MB |\n|---:|---:|---:|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|---|---:|---:|";

    /// <returns>A row of a table.</returns>
    public async Task<string> RunAsync(int callers, TimeSpan duration)
    {
        using var stop = new CancellationTokenSource(duration);
        var channels = Enumerable.Range(0, (callers + CallersOfConnection - 1) / CallersOfConnection)
            .Select(_ => GrpcChannel.ForAddress(grpc)).ToList();
        using var second = GrpcChannel.ForAddress(grpc);
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            [
                .. Enumerable.Range(0, callers).Select(i => CallAsync(channels[i / CallersOfConnection], stop.Token)),
                WatchAsync(health, () => web.GetStringAsync("healthz"), stop.Token),
                WatchAsync(readiness, () => web.GetStringAsync("readyz"), stop.Token),
                WatchAsync(probes, () => ProbeAsync(new(second)), stop.Token),
            ]);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        channels.ForEach(channel => channel.Dispose());
        await Task.Delay(Recovery);
        using var rest = new CancellationTokenSource(Rest);
        await WatchAsync(probesAfter, () => ProbeAsync(new(second)), rest.Token);
        var megabytes = await ServiceMemory.MegabytesAsync(web);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {callers} | {searches.Answered / seconds:F0} | {searches.Cells(0.5, 0.99, 0.999, 1)} | {searches.Failures()} | "
            + $"{health.Cells(0.5, 1)} | {readiness.Cells(0.99, 1)} | {probes.Cells(0.5, 0.99)} | {probes.Failures()} | "
            + $"{probesAfter.Cells(1)} | {megabytes:F0} |");
    }

    public void Dispose() => web.Dispose();

    private async Task CallAsync(GrpcChannel channel, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var call = calls[(Interlocked.Increment(ref next) & int.MaxValue) % calls.Count];
            var options = new CallOptions(deadline: deadline is { } limit ? TimeProvider.System.GetUtcNow().UtcDateTime + limit : null);
            await searches.MeasureAsync(() => call(channel, options));
        }
    }

    private static async Task WatchAsync(Latencies latencies, Func<Task> call, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await latencies.MeasureAsync(call);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private static Task<SearchResponse> ProbeAsync(SearchService.SearchServiceClient client) => client.SearchAsync(
        new SearchRequest { Query = "election", PageSize = 10 },
        deadline: TimeProvider.System.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(10)).ResponseAsync;
}
