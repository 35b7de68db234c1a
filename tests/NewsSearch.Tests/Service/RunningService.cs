using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NewsIndex;
using NewsIndex.Articles;
using SearchService;

namespace NewsSearch.Tests.Service;

/// <summary>The real service on free ports of the loopback address, over an index of its own.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private WebApplication? app;

    public GrpcChannel Channel { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public string GrpcAddress { get; private set; } = "";

    public string Index => folder.File("index");

    public async Task InitializeAsync()
    {
        app = SearchServiceProgram.Build(["--index", Index, "--grpc-port", "0", "--http-port", "0", "--Logging:LogLevel:Default", "None", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "None"], TimeProvider.System);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        GrpcAddress = addresses[0];
        Channel = GrpcChannel.ForAddress(addresses[0]);
        Http = new HttpClient { BaseAddress = new Uri(addresses[1]) };
    }

    /// <summary>As after a night: the same index, and nothing in memory.</summary>
    public async Task RestartAsync()
    {
        Channel.Dispose();
        Http.Dispose();
        await app!.DisposeAsync();
        await InitializeAsync();
    }

    public async Task WriteAsync(params Article[] articles)
    {
        await using var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = Index }, TimeProvider.System);
        await writer.WriteAsync(articles, CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        Channel.Dispose();
        Http.Dispose();
        await app!.DisposeAsync();
        folder.Dispose();
    }
}
