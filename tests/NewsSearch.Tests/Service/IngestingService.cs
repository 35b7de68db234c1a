using Google.Rpc;
using Grpc.Core;
using NewsIndex;
using NewsIndex.Engines;
using NewsSearch.V1;

namespace NewsSearch.Tests.Service;

/// <summary>A service that writes articles.</summary>
public abstract class IngestingService : IAsyncLifetime
{
    private protected RunningService Service { get; } = new(
        "--Search:Ingest:Enabled", "true", "--Search:Ingest:HoldIndex", "00:00:00.200", "--Search:Ingest:StreamsPerCaller", "2",
        "--Search:Ingest:MaxArticleBytes", "50000", "--Search:StreamTimeout", "00:00:01",
        "--Logging:LogLevel:NewsSearch.Audit", "Information");

    private protected TemporaryFolder Folder { get; } = new();

    private protected IngestService.IngestServiceClient Client => new(Service.Channel);

    public Task InitializeAsync() => Service.InitializeAsync();

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        Folder.Dispose();
    }

    private protected static string ReasonOf(RpcException refusal) => refusal.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "";

    private protected static ArticleInput Text(string id, string body) => new() { Id = id, Body = body, Language = "en" };

    private protected Task<List<string>> SendAsync(params (long Sequence, string Id, string Body)[] articles) =>
        SendAsync(Client, articles);

    private protected static async Task<List<string>> SendAsync(
        IngestService.IngestServiceClient client, params (long Sequence, string Id, string Body)[] articles)
    {
        using var call = client.IngestArticles();
        var outcomes = new List<string>();
        var reading = Task.Run(async () =>
        {
            while (await call.ResponseStream.MoveNext(default))
            {
                var (sequence, outcome) = (call.ResponseStream.Current.Sequence, call.ResponseStream.Current.Outcome);
                outcomes.Add($"{sequence} {outcome.Status} {outcome.Id} {outcome.Reason}".TrimEnd());
            }
        });
        try
        {
            foreach (var (sequence, id, body) in articles)
                await call.RequestStream.WriteAsync(new IngestArticlesRequest { Sequence = sequence, Article = Text(id, body) });
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // The responses end with the reason.
        }

        await reading;
        return outcomes;
    }

    private protected async Task<List<string>> DeleteAsync(params string[] ids) =>
        [.. (await Client.DeleteArticlesAsync(new DeleteArticlesRequest { Ids = { ids } })).Outcomes
            .Select(outcome => $"{outcome.Id} {outcome.Status}")];

    /// <summary>Options that continue the index of the Service.</summary>
    private protected async Task<NewsIndexOptions> NamedAsync()
    {
        await SendAsync((0, "options", "storm"));
        await using var searcher = NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = Service.Index }, TimeProvider.System);
        return new NewsIndexOptions
        {
            Directory = Service.Index,
            Intake = { Recogniser = (await searcher.DescribeAsync(default)).Recogniser },
        };
    }
}
