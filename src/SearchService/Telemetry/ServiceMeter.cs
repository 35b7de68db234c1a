using System.Diagnostics.Metrics;
using Grpc.Core;
using Prometheus;

namespace SearchService.Telemetry;

/// <summary>
/// Measures of calls and searches, twice: in a registry that Prometheus reads at /metrics, and in a meter that OpenTelemetry collects by
/// its name. No label holds the text of a query or the name of a caller.
/// </summary>
internal sealed class ServiceMeter : IDisposable
{
    public const string Name = "NewsSearch.Service";

    private const string CallHelp = "Duration of calls in seconds, by RPC and gRPC status.";
    private const string SearchHelp = "Time of searches on a thread in seconds, by kind of query.";
    private const string WaitHelp = "Wait of searches for a thread in seconds, by kind of query.";

    /// <summary>From a millisecond to half a minute, each bucket 2.5 times the last.</summary>
    private static readonly double[] Buckets = Prometheus.Histogram.ExponentialBuckets(0.001, 2.5, 12);

    private readonly Both calls;
    private readonly Both searches;
    private readonly Both waits;

    public ServiceMeter()
    {
        calls = Create("call_duration", CallHelp, "rpc", "status");
        searches = Create("search_duration", SearchHelp, "kind");
        waits = Create("search_wait", WaitHelp, "kind");
    }

    /// <summary>What OpenTelemetry collects.</summary>
    public Meter Meter { get; } = new(Name);

    /// <summary>Metrics of this service alone: the shared registry would add up several services of a process.</summary>
    public CollectorRegistry Registry { get; } = Metrics.NewCustomRegistry();

    /// <param name="rpc">Full name of the RPC, over gRPC and REST alike.</param>
    public void Call(string rpc, StatusCode status, TimeSpan duration) => calls.Record(duration, rpc, NameOf(status));

    /// <param name="kind">As <see cref="QueryKind"/> has it.</param>
    /// <param name="duration">Time on the thread.</param>
    /// <param name="wait">Wait for the thread before.</param>
    public void Search(string kind, TimeSpan duration, TimeSpan wait)
    {
        searches.Record(duration, kind);
        waits.Record(wait, kind);
    }

    /// <summary>Has OpenTelemetry read a number when it collects; in the registry it is a gauge of its own.</summary>
    public void Observe(string name, string description, Func<double> read) => Meter.CreateObservableGauge(name, read, null, description);

    public void Dispose() => Meter.Dispose();

    /// <summary>The name as gRPC writes it, such as INVALID_ARGUMENT.</summary>
    public static string NameOf(StatusCode status) => status == StatusCode.OK
        ? "OK"
        : string.Concat(status.ToString().Select((letter, i) =>
            i > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));

    private Both Create(string name, string help, params string[] labels) => new(
        Metrics.WithCustomRegistry(Registry).CreateHistogram(
            $"newssearch_{name}_seconds", help, labels, new HistogramConfiguration { Buckets = Buckets }),
        Meter.CreateHistogram<double>($"newssearch.{name}", "s", help), labels);

    /// <summary>One measure in both forms.</summary>
    private sealed class Both(Prometheus.Histogram scraped, Histogram<double> collected, string[] labels)
    {
        public void Record(TimeSpan duration, params string[] values)
        {
            scraped.WithLabels(values).Observe(duration.TotalSeconds);
            if (collected.Enabled)
            {
                collected.Record(
                    duration.TotalSeconds, [.. labels.Zip(values, (label, value) => KeyValuePair.Create(label, (object?)value))]);
            }
        }
    }
}
