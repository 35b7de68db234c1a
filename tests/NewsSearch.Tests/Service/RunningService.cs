using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsIndex;
using NewsIndex.Engines;
using NewsSearch.V1;
using SearchService;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service;

/// <summary>The real service on free ports of the loopback address, over an index of its own.</summary>
/// <param name="settings">As on the command line, beside the index and the ports.</param>
public sealed class RunningService(params string[] settings) : IAsyncLifetime, IAsyncDisposable
{
    private static readonly TimeSpan MaxStop = TimeSpan.FromSeconds(10);

    private static readonly string[] NoLog =
        ["--Logging:LogLevel:Default", "None", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "None"];

    private readonly TemporaryFolder folder = new();
    private WebApplication? app;

    public GrpcChannel Channel { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>What the service logs, as far as its settings let it.</summary>
    internal CapturedLog Log { get; } = new();

    public string GrpcAddress { get; private set; } = "";

    /// <summary>The folder of the index: its own, unless another service shares its index with it.</summary>
    public string Index
    {
        get => field ?? folder.File("index");
        init;
    }

    /// <summary>A part of the service, to be looked at from inside.</summary>
    internal T Service<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        app = SearchServiceProgram.Build(
            ["--index", Index, "--grpc-port", "0", "--http-port", "0",
            .. settings.Any(each => each.StartsWith("--Logging", StringComparison.Ordinal)) ? [] : NoLog, .. settings],
            TimeProvider.System);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        GrpcAddress = addresses[0];
        Channel = GrpcChannel.ForAddress(addresses[0]);
        Http = new HttpClient { BaseAddress = new Uri(addresses[1]) };
    }

    /// <summary>As after a night: the same index, and nothing in memory.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await InitializeAsync();
    }

    public async Task WriteAsync(params Article[] articles)
    {
        await using var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = Index }, TimeProvider.System);
        await writer.WriteAsync(articles, CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    /// <summary>
    /// Waits until the service answers from so many articles: a new index is empty for a moment, and the service may see that first.
    /// </summary>
    public Task SeesAsync(int articles) => Eventually.TrueAsync(async () =>
    {
        try
        {
            return (await new IndexService.IndexServiceClient(Channel).GetIndexInfoAsync(new GetIndexInfoRequest())).Articles == articles;
        }
        catch (RpcException)
        {
            return false;
        }
    });

    public async Task DisposeAsync()
    {
        await StopAsync();
        folder.Dispose();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    private async Task StopAsync()
    {
        Channel.Dispose();
        Http.Dispose();
        // Disposing alone does not wait for the writer of articles, which would write into the folder while it is deleted.
        await app!.StopAsync(MaxStop);
        await app!.DisposeAsync();
    }
}
