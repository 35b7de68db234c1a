using Grpc.Core;
using Grpc.Net.Client;
using NewsIndex;
using NewsIndex.Engines;
using NewsSearch.V1;

namespace Evaluation.Kills;

/// <summary>
/// Sends articles and deletions to a service that is killed at random moments, and looks after each whether all that was acknowledged is as
/// it was acknowledged.
/// </summary>
internal sealed class IngestKills(string index, Random random)
{
    private const int MaxMilliseconds = 600;

    /// <summary>Ids by what was acknowledged last: true for an article, false for its deletion.</summary>
    private readonly Dictionary<string, bool> acknowledged = new(StringComparer.Ordinal);

    /// <summary>What was asked for and not acknowledged: it may be done or not.</summary>
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    private int made;

    /// <summary>Articles and deletions that were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>What was lost or came back, one sentence each; empty when all is well.</summary>
    public List<string> Losses { get; } = [];

    public async Task RunAsync(int kills)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            await SendUntilKilledAsync();
            await CheckAsync(kill);
        }

        Losses.AddRange(NewsIndexServices.Verify(new NewsIndexOptions { Directory = index }));
    }

    private async Task SendUntilKilledAsync()
    {
        using var service = new ServiceProcess(index);
        using var channel = GrpcChannel.ForAddress(service.Address);
        var client = new IngestService.IngestServiceClient(channel);
        await WriteAsync(client, $"{made++}", waitForReady: true);
        using var stopping = new CancellationTokenSource();
        var sending = Task.WhenAll(StreamAsync(client, stopping.Token), DeleteAsync(client, stopping.Token));
        await Task.Delay(random.Next(MaxMilliseconds));
        await service.KillAsync();
        await stopping.CancelAsync();
        await sending;
    }

    private async Task WriteAsync(IngestService.IngestServiceClient client, string id, bool waitForReady)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await client.BatchIngestArticlesAsync(new BatchIngestArticlesRequest { Articles = { Article(id) } });
                Take(id, isThere: true);
                return;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable && waitForReady && tries < 300)
            {
                await Task.Delay(100);
            }
        }
    }

    private async Task StreamAsync(IngestService.IngestServiceClient client, CancellationToken stopping)
    {
        using var call = client.IngestArticles(cancellationToken: stopping);
        var reading = Task.Run(
            async () =>
            {
                await foreach (var response in call.ResponseStream.ReadAllAsync(stopping))
                {
                    if (response.Outcome.Status is IngestOutcome.Types.Status.New)
                        Take(response.Outcome.Id, isThere: true);
                }
            },
            CancellationToken.None);
        await UntilKilledAsync(async () =>
        {
            while (!stopping.IsCancellationRequested)
                await call.RequestStream.WriteAsync(new IngestArticlesRequest { Article = Article(Begin()) }, stopping);
        });
        await UntilKilledAsync(() => reading);
    }

    private Task DeleteAsync(IngestService.IngestServiceClient client, CancellationToken stopping) => UntilKilledAsync(async () =>
    {
        while (!stopping.IsCancellationRequested)
        {
            var id = Any();
            await client.DeleteArticlesAsync(new DeleteArticlesRequest { Ids = { id } }, cancellationToken: stopping);
            Take(id, isThere: false);
        }
    });

    private static async Task UntilKilledAsync(Func<Task> calls)
    {
        try
        {
            await calls();
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException or InvalidOperationException or IOException)
        {
            // The service was killed: what has no response is not acknowledged.
        }
    }

    private string Begin()
    {
        lock (acknowledged)
            return $"{made++}";
    }

    /// <summary>An article that is there and that nobody else deletes.</summary>
    private string Any()
    {
        lock (acknowledged)
        {
            var there = acknowledged.Where(pair => pair.Value && !open.Contains(pair.Key)).Select(pair => pair.Key).ToList();
            var id = there.Count == 0 ? "nothing" : there[random.Next(there.Count)];
            open.Add(id);
            return id;
        }
    }

    private void Take(string id, bool isThere)
    {
        lock (acknowledged)
        {
            acknowledged[id] = isThere;
            open.Remove(id);
            Acknowledged++;
        }
    }

    /// <summary>As the next writer finds it: it completes deletions that were recorded and not committed.</summary>
    private async Task CheckAsync(int kill)
    {
        await using var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = index }, TimeProvider.System);
        foreach (var (id, isThere) in acknowledged.Where(pair => !open.Contains(pair.Key) && pair.Key != "nothing"))
        {
            var known = writer.Find(id);
            if (known is null || known.IsDeleted == isThere)
                Losses.Add($"after kill {kill}, article {id} is {(known is null ? "not there" : isThere ? "deleted" : "there")}");
        }
    }

    private static ArticleInput Article(string id) => new() { Id = id, Headline = $"Story {id}", Body = $"storm {id}", Language = "en" };
}
