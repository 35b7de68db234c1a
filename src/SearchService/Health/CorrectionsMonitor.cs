using NewsIndex.Entities;

namespace SearchService.Health;

/// <summary>Logs once what is odd in the file of corrections, when it begins to be so, since nobody asks for it.</summary>
internal sealed partial class CorrectionsMonitor(CorrectionLog corrections, ILogger<CorrectionsMonitor> logger, TimeProvider clock)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private IReadOnlyList<string> said = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            var now = Look();
            foreach (var remark in now.Except(said))
                LogRemark(remark);
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

    [LoggerMessage(EventName = "CorrectionsRemark", Level = LogLevel.Warning, Message = "Corrections of entities: {Remark}.")]
    private partial void LogRemark(string remark);
}
