using NewsIndex.Entities;
using SearchService.Telemetry;

namespace SearchService.Health;

/// <summary>Watches the corrections file, and logs each irregularity once when it appears.</summary>
internal sealed class CorrectionsMonitor(ICorrectionLog corrections, ILogger<CorrectionsMonitor> logger, TimeProvider clock)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private IReadOnlyList<string> said = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            var now = Look();
            foreach (var remark in now.Except(said))
                logger.CorrectionsRemark(remark);
            said = now;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IReadOnlyList<string> Look()
    {
        try
        {
            _ = corrections.Current;
            return corrections.Remarks;
        }
        catch (CorrectionsUnavailableException e)
        {
            return [e.Message];
        }
    }
}
