using Prometheus;

namespace SearchService.Telemetry;

/// <summary>Counts watchers of alerts and the matches they were sent.</summary>
internal sealed class AlertMeter
{
    private readonly Gauge watchers;
    private readonly Counter matches;

    public AlertMeter(ServiceMeter meter)
    {
        var metrics = Metrics.WithCustomRegistry(meter.Registry);
        watchers = metrics.CreateGauge("newssearch_alert_watchers", "Streams of matches that are open.");
        matches = metrics.CreateCounter("newssearch_alert_matches_total", "Matches of alerts that were sent.");
        meter.Observe("newssearch.alert_watchers", watchers.Help, () => watchers.Value);
        meter.Observe("newssearch.alert_matches", matches.Help, () => matches.Value);
    }

    /// <summary>Counts a watcher until the result is disposed.</summary>
    public IDisposable Watch() => watchers.TrackInProgress();

    public void Count() => matches.Inc();
}
