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

    /// <summary>The request for an alert that a kill left without an answer, to be repeated; null when there is none.</summary>
    private CreateAlertRequest? cut;

    private int made;

    public override string Name => "alerts";

    public override IEnumerable<string> Losses(KilledIndex index)
    {
        var book = NewsIndexServices.OpenAlerts(index.Options, TimeProvider.System).Current;
        return
        [
            .. alerts.Where(alert => book.Find(alert.Key) is not null != alert.Value)
                .Select(alert => $"alert {alert.Key} is {(alert.Value ? "not there" : "there")}"),
            .. book.All.CountBy(alert => alert.Request!.Id).Where(pair => pair.Value > 1)
                .Select(pair => $"request {pair.Key} created {pair.Value} alerts"),
        ];
    }

    protected override async Task CallOnceAsync(GrpcChannel channel, KilledIndex index, CancellationToken killed)
    {
        var client = new AlertService.AlertServiceClient(channel);
        cut ??= new CreateAlertRequest { Name = "storms", Query = "storm", RequestId = $"{Guid.NewGuid()}" };
        Begin();
        var alert = await client.CreateAlertAsync(cut, cancellationToken: killed);
        cut = null;
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
