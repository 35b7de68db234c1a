using System.Diagnostics;
using Grpc.Net.Client;
using NewsIndex;

namespace Evaluation.Kills;

/// <summary>
/// Callers of everything that changes something call a service at once, and it is killed at a random moment; then each looks whether all
/// that was acknowledged to it is there. Every other time the moment is counted from when every caller has an answer, since the first calls
/// of a process take longest. Every fourth time the service is killed once more, while it starts.
/// </summary>
internal sealed class KillRun
{
    private const int MaxMilliseconds = 600;
    private const int MaxMillisecondsOfStart = 1200;

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    private readonly Random random;

    public KillRun(string folder, int seed)
    {
        Index = new KilledIndex(folder);
        random = new Random(seed);
        var articles = new AcknowledgedArticles();
        Callers =
        [
            new ArticleCaller(articles), new DeletionCaller(articles, new Random(seed + 1)), new CorrectionCaller(new Random(seed + 2)),
            new PinCaller(), new AlertCaller(), new SnapshotCaller(),
        ];
    }

    public KilledIndex Index { get; }

    public IReadOnlyList<KilledCaller> Callers { get; }

    /// <summary>What was lost or came back, one sentence each; empty when all is well.</summary>
    public List<string> Losses { get; } = [];

    /// <summary>Kills while the service started, before anybody could call it.</summary>
    public int WhileStarting { get; private set; }

    public async Task RunAsync(int kills)
    {
        await BeginAsync();
        for (Index.Kill = 0; Index.Kill < kills; Index.Kill++)
        {
            if (Index.Kill % 4 == 3)
                await KillWhileItStartsAsync();
            await KillUnderCallsAsync();
            Check();
        }

        Losses.AddRange(KilledIndex.Verify(Index.Options.Directory));
    }

    private async Task BeginAsync()
    {
        await using var writer = NewsIndexServices.OpenWriter(Index.Options, TimeProvider.System);
        await writer.WriteAsync([CorrectionCaller.OfPersons], CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    private async Task KillWhileItStartsAsync()
    {
        using var service = Index.Start();
        await Task.Delay(random.Next(MaxMillisecondsOfStart));
        await service.KillAsync();
        WhileStarting++;
    }

    private async Task KillUnderCallsAsync()
    {
        using var service = Index.Start();
        using var channel = GrpcChannel.ForAddress(service.Address);
        await service.ServesAsync();
        using var killed = new CancellationTokenSource();
        var calls = Task.WhenAll(Callers.Select(caller => Task.Run(() => caller.CallAsync(channel, Index, killed.Token))));
        if (Index.Kill % 2 == 1)
            await AnsweredAsync();
        await Task.Delay(random.Next(MaxMilliseconds));
        await service.KillAsync();
        await killed.CancelAsync();
        await calls;
    }

    private async Task AnsweredAsync()
    {
        var before = Callers.Select(caller => caller.Acknowledged).ToList();
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < MaxWait;)
        {
            if (Callers.Zip(before).All(pair => pair.First.Acknowledged > pair.Second))
                return;
            await Task.Delay(10);
        }
    }

    private void Check() =>
        Losses.AddRange(Callers.SelectMany(caller => caller.Losses(Index)).Select(loss => $"after kill {Index.Kill}, {loss}"));
}
