using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace NewsSearch.Client;

/// <summary>
/// The services of a NewsSearch server over one connection. Safe for concurrent use. Every call throws
/// <see cref="Errors.NewsSearchException"/>.
/// </summary>
/// <remarks>Blocking calls (those without <c>Async</c> in their names) have the deadline and the exceptions, but no retries.</remarks>
public sealed class NewsSearchClient : IDisposable
{
    private readonly GrpcChannel channel;

    /// <param name="address">The gRPC address of the service, such as <c>http://127.0.0.1:5081</c>.</param>
    /// <param name="clock">Measures deadlines and waits; in a program, that of the system.</param>
    /// <param name="options">Null for the defaults.</param>
    public NewsSearchClient(Uri address, TimeProvider clock, NewsSearchClientOptions? options = null)
    {
        options ??= new NewsSearchClientOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxAttempts, 1);
        Retries = new RetryPolicy(options, clock);
        channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { MaxReceiveMessageSize = options.MaxMessageBytes });
        var invoker = channel.Intercept(new CallGuard(options, Retries, clock));
        Search = new V1.SearchService.SearchServiceClient(invoker);
        Articles = new V1.ArticleService.ArticleServiceClient(invoker);
        Entities = new V1.EntityService.EntityServiceClient(invoker);
        Index = new V1.IndexService.IndexServiceClient(invoker);
        Admin = new V1.AdminService.AdminServiceClient(invoker);
        Alerts = new V1.AlertService.AlertServiceClient(invoker);
        Ingest = new V1.IngestService.IngestServiceClient(invoker);
    }

    public V1.SearchService.SearchServiceClient Search { get; }

    public V1.ArticleService.ArticleServiceClient Articles { get; }

    public V1.EntityService.EntityServiceClient Entities { get; }

    public V1.IndexService.IndexServiceClient Index { get; }

    public V1.AdminService.AdminServiceClient Admin { get; }

    public V1.AlertService.AlertServiceClient Alerts { get; }

    public V1.IngestService.IngestServiceClient Ingest { get; }

    internal RetryPolicy Retries { get; }

    public void Dispose() => channel.Dispose();
}
