using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using NewsIndex;
using NewsIndex.Alerts;
using NewsIndex.Engines;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service;

/// <summary>
/// The service as a process that ends without warning, while it pins, makes snapshots and alerts, and an indexer commits. The variable
/// NEWSSEARCH_KILLS sets the number of kills; 20 by default.
/// </summary>
public sealed class KilledServiceTests : IAsyncLifetime
{
    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("NEWSSEARCH_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 20;

    private readonly TemporaryFolder folder = new();
    private readonly Random random = new(1);

    /// <summary>What was acknowledged, by owner of the pin and by name of the snapshot.</summary>
    private readonly Dictionary<string, string> pinned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> saved = new(StringComparer.Ordinal);

    /// <summary>Numbers of alerts; true for one that is there, false for one that is deleted.</summary>
    private readonly Dictionary<int, bool> alerts = [];

    /// <summary>The request for an alert that a kill cut off, to be repeated; null when none was.</summary>
    private CreateAlertRequest? cut;

    /// <summary>What was asked for and not acknowledged: it may have come about or not.</summary>
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private int articles;

    private NewsIndexOptions Options => new() { Directory = folder.File("index") };

    public Task InitializeAsync() => CommitAsync();

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_service_that_is_killed_at_any_moment_loses_no_pin_snapshot_or_alert_that_it_acknowledged()
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            var port = FreePort();
            using var service = Start(port);
            using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
            await ServesAsync(channel);
            Assert.Empty(Directory.GetDirectories(EnsuredFolder("snapshots"), "*.unfinished"));
            var work = Task.WhenAll(PinAsync(channel, $"{kill}"), SaveAsync(channel, $"{kill}"), AlertAsync(channel), CommitAsync());
            await Task.Delay(random.Next(20, 400));
            service.Kill();
            await service.WaitForExitAsync();
            await work;
            Check(kill);
        }

        Assert.NotEmpty(pinned);
        Assert.NotEmpty(saved);
        Assert.Contains(true, alerts.Values);
        Assert.Contains(false, alerts.Values);
    }

    private void Check(int kill)
    {
        var corrections = NewsIndexServices.OpenCorrections(Options, TimeProvider.System);
        var pins = NewsIndexServices.OpenPins(Options, TimeProvider.System, corrections);
        var held = pins.Read().ToDictionary(pin => pin.By, pin => pin.Generation.ToString());
        Assert.All(pinned, pin => Assert.Equal(pin.Value, held[pin.Key]));
        Assert.All(held.Keys, by => Assert.True(pinned.ContainsKey(by) || open.Contains(by), by));
        var book = new AlertLog(AlertLog.PathFor(Options.Directory), TimeProvider.System).Current;
        Assert.All(alerts, alert => Assert.Equal(alert.Value, book.Find(alert.Key) is not null));
        // What a killed service wrote and did not acknowledge is not written again when the request is repeated.
        Assert.Distinct(book.All.Select(alert => alert.Request!.Id));
        var snapshots = NewsIndexServices.OpenSnapshots(Options, folder.File("snapshots"), TimeProvider.System).List();
        Assert.All(snapshots, listed => Assert.Equal("", listed.Problem));
        Assert.All(saved, snapshot => Assert.Contains(snapshots, listed =>
            listed.Name == snapshot.Key && $"{listed.Snapshot!.Generation}" == snapshot.Value));
        foreach (var listed in snapshots.Where(listed => listed.Name.StartsWith($"{kill}-", StringComparison.Ordinal)))
        {
            var restored = new NewsIndexOptions { Directory = folder.File($"restored {listed.Name}") };
            NewsIndexServices.Restore(Path.Combine(folder.File("snapshots"), listed.Name), restored);
            Assert.Empty(NewsIndexServices.Verify(restored));
        }
    }

    /// <summary>Pins and unpins until the service is gone.</summary>
    private async Task PinAsync(GrpcChannel channel, string kill)
    {
        var index = new IndexService.IndexServiceClient(channel);
        for (var i = 0; ; i++)
        {
            var by = $"{kill}-{i}";
            open.Add(by);
            try
            {
                pinned[by] = (await index.PinGenerationAsync(new PinGenerationRequest { By = by })).Generation;
                if (i % 3 != 1)
                    continue;
                var generation = pinned[by];
                pinned.Remove(by);
                await index.UnpinGenerationAsync(new UnpinGenerationRequest { By = by, Generation = generation });
                open.Remove(by);
            }
            catch (RpcException gone) when (gone.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled)
            {
                return;
            }
            catch (RpcException expired) when (expired.StatusCode == StatusCode.FailedPrecondition)
            {
                // The indexer committed meanwhile.
            }
        }
    }

    /// <summary>Creates alerts, and deletes every third, until the service is gone.</summary>
    private async Task AlertAsync(GrpcChannel channel)
    {
        var client = new AlertService.AlertServiceClient(channel);
        for (var i = 0; ; i++)
        {
            try
            {
                cut ??= new CreateAlertRequest { Name = "storms", Query = "storm", RequestId = $"{Guid.NewGuid()}" };
                var id = (await client.CreateAlertAsync(cut)).Id;
                cut = null;
                var number = int.Parse(id, CultureInfo.InvariantCulture);
                if (i % 3 != 1)
                {
                    alerts[number] = true;
                    continue;
                }

                // Neither there nor gone until the deletion is acknowledged.
                await client.DeleteAlertAsync(new DeleteAlertRequest { Id = id });
                alerts[number] = false;
            }
            catch (RpcException gone) when (gone.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled)
            {
                return;
            }
        }
    }

    /// <summary>Makes snapshots until the service is gone.</summary>
    private async Task SaveAsync(GrpcChannel channel, string kill)
    {
        var admin = new AdminService.AdminServiceClient(channel);
        for (var i = 0; ; i++)
        {
            try
            {
                using var call = admin.CreateSnapshot(new CreateSnapshotRequest { Name = $"{kill}-{i}" });
                await foreach (var message in call.ResponseStream.ReadAllAsync())
                {
                    if (message.Snapshot is { } snapshot)
                        saved[snapshot.Name] = snapshot.Generation;
                }
            }
            catch (RpcException gone) when (gone.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled)
            {
                return;
            }
        }
    }

    private async Task CommitAsync()
    {
        await using var writer = NewsIndexServices.OpenWriter(Options, TimeProvider.System);
        await writer.WriteAsync([new Article { Id = $"{articles++}", Body = $"storm {articles}" }], CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    private Process Start(int port) => Process.Start(new ProcessStartInfo
    {
        FileName = "dotnet",
        ArgumentList =
        {
            Path.Combine(AppContext.BaseDirectory, "SearchService.dll"), "--index", Options.Directory, "--grpc-port", $"{port}",
            "--http-port", "0", "--Search:SnapshotFolder", folder.File("snapshots"), "--Search:Index:Pins:MaxPins", "10000",
            "--Search:Index:Pins:MaxPinsPerOwner", "10000", "--Logging:LogLevel:Default", "None",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "None",
        },
    })!;

    private static async Task ServesAsync(GrpcChannel channel)
    {
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                return (await new AdminService.AdminServiceClient(channel).ReloadAsync(new ReloadRequest())).Generation.Length > 0;
            }
            catch (RpcException)
            {
                return false;
            }
        });
    }

    private string EnsuredFolder(string name) => Directory.CreateDirectory(folder.File(name)).FullName;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
