using System.Globalization;
using Grpc.Net.Client;
using NewsIndex;
using NewsSearch.V1;

namespace Evaluation.Kills;

/// <summary>Creates alerts, and deletes every other.</summary>
internal sealed class AlertCaller : KilledCaller
{
    /// <summary>Numbers of alerts: true for one that is there, false for one that is deleted.</summary>
    private readonly Dictionary<int, bool> alerts = [];

    private int made;

    public override string Name => "alerts";

    public override IEnumerable<string> Losses(KilledIndex index)
    {
        var book = NewsIndexServices.OpenAlerts(index.Options, TimeProvider.System).Current;
        return alerts.Where(alert => book.Find(alert.Key) is not null != alert.Value)
            .Select(alert => $"alert {alert.Key} is {(alert.Value ? "not there" : "there")}");
    }

    protected override async Task CallOnceAsync(GrpcChannel channel, KilledIndex index, CancellationToken killed)
    {
        var client = new AlertService.AlertServiceClient(channel);
        Begin();
        var alert = await client.CreateAlertAsync(new CreateAlertRequest { Name = "storms", Query = "storm" }, cancellationToken: killed);
        var number = int.Parse(alert.Id, CultureInfo.InvariantCulture);
        Acknowledge();
        if (made++ % 2 == 0)
        {
            alerts.Add(number, true);
            return;
        }

        // Neither there nor gone until the deletion is acknowledged.
        Begin();
        await client.DeleteAlertAsync(new DeleteAlertRequest { Id = alert.Id }, cancellationToken: killed);
        alerts.Add(number, false);
        Acknowledge();
    }
}
