using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service;

/// <summary>What surrounds the calls: who may ask, in what form, and what browsers are told.</summary>
public sealed class ListeningTests : IAsyncLifetime
{
    private readonly RunningService service = new("--Logging:LogLevel:Default", "Warning");

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "search.js")]
    [InlineData("GET", "v1/index")]
    [InlineData("GET", "healthz")]
    [InlineData("POST", "v1/articles:search")]
    [InlineData("POST", "v1/entities:merge")]
    public async Task A_request_that_is_addressed_to_another_host_is_refused(string method, string path)
    {
        foreach (var host in new[] { "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:5080" })
        {
            using var request =
                new HttpRequestMessage(new HttpMethod(method), path)
                {
                    Headers = { Host = host },
                    Content = method == "POST" ? JsonContent.Create(new { }) : null
                };
            Assert.Equal(HttpStatusCode.BadRequest, (await service.Http.SendAsync(request)).StatusCode);
        }

        using var local = new HttpRequestMessage(HttpMethod.Get, "healthz") { Headers = { Host = "localhost:5080" } };
        Assert.Equal(HttpStatusCode.OK, (await service.Http.SendAsync(local)).StatusCode);
    }

    [Fact]
    public async Task A_gRPC_call_that_is_addressed_to_another_host_is_refused()
    {
        using var handler = new ForeignHost(new SocketsHttpHandler());
        using var channel = GrpcChannel.ForAddress(service.GrpcAddress, new GrpcChannelOptions { HttpHandler = handler });
        var failure =
            await Assert.ThrowsAsync<RpcException>(async () => await new V1.SearchService.SearchServiceClient(channel)
            .SearchAsync(new SearchRequest()));
        Assert.Contains("400", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Allowed_hosts_are_a_setting()
    {
        await using var other = new RunningService("--Search:AllowedHosts", "archive.example;*.news.example");
        await other.InitializeAsync();
        foreach (var (host, status) in new[] { ("archive.example", HttpStatusCode.OK), ("a.news.example", HttpStatusCode.OK),
            ("127.0.0.1", HttpStatusCode.BadRequest) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "healthz") { Headers = { Host = host } };
            Assert.Equal(status, (await other.Http.SendAsync(request)).StatusCode);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("search.js")]
    [InlineData("favicon.ico")]
    [InlineData("v1/index")]
    [InlineData("nothing/here")]
    public async Task Browsers_are_told_to_run_nothing_from_elsewhere(string path)
    {
        var headers = (await service.Http.GetAsync(path)).Headers;
        Assert.StartsWith("default-src 'none';", Assert.Single(headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(("nosniff", "no-referrer"),
            (Assert.Single(headers.GetValues("X-Content-Type-Options")), Assert.Single(headers.GetValues("Referrer-Policy"))));
    }

    [Fact]
    public async Task The_page_has_nothing_that_its_policy_forbids()
    {
        var page = await service.Http.GetStringAsync("");
        Assert.DoesNotMatch("(?i)<style|\\sstyle=|\\son[a-z]+=|javascript:|<script(?![^>]*src=)", page);
        Assert.DoesNotMatch("(?i)(src|href|action)=\"(https?:)?//", page);
        Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function|\\.style\\b",
            await service.Http.GetStringAsync("search.js"));
    }

    [Theory]
    [InlineData("", "no-cache")]
    [InlineData("search.js", "no-cache")]
    [InlineData("search.css", "no-cache")]
    [InlineData("favicon.ico", "no-cache")]
    public async Task Files_are_there_and_kept_until_they_change(string path, string caching)
    {
        var reply = await service.Http.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, caching), (reply.StatusCode, reply.Headers.CacheControl?.ToString()));
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { reply.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await service.Http.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task Replies_are_compressed_where_that_is_asked()
    {
        await service.WriteAsync([.. Enumerable.Range(0, 50).Select(i => new Article { Id = $"{i}", Body = $"storm at sea {i}" })]);
        await service.SeesAsync(50);
        foreach (var (method, path) in new[] { ("GET", ""), ("GET", "search.js"), ("POST", "v1/articles:search"),
            ("POST", "v1/articles:export") })
        {
            Assert.Equal("gzip", await EncodingOfAsync(method, path, "gzip"));
            Assert.Equal("br", await EncodingOfAsync(method, path, "br"));
            Assert.Equal("", await EncodingOfAsync(method, path, null));
        }

        Assert.Equal("gzip", await GrpcEncodingAsync("gzip"));
        Assert.Equal("identity", await GrpcEncodingAsync("identity"));
    }

    [Fact]
    public async Task A_client_of_HTTP_on_the_port_of_gRPC_is_told_where_to_ask()
    {
        using var http = new HttpClient();
        var reply = await http.GetAsync($"{service.GrpcAddress}/v1/index");
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Contains($"REST and the search page are on port {service.Http.BaseAddress!.Port}", await reply.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_without_an_index_says_so_once() =>
        Assert.Contains("The service started without an index: there is no index in",
            Assert.Single(service.Log.Entries, entry => entry.Level == LogLevel.Warning).Line, StringComparison.Ordinal);

    private async Task<string> EncodingOfAsync(string method, string path, string? accepted)
    {
        using var request =
            new HttpRequestMessage(new HttpMethod(method),
            path)
            { Content = method == "POST" ? JsonContent.Create(new { query = "storm" }) : null };
        if (accepted is not null)
            request.Headers.Add("Accept-Encoding", accepted);
        return string.Join(',', (await service.Http.SendAsync(request)).Content.Headers.ContentEncoding);
    }

    private async Task<string> GrpcEncodingAsync(string accepted)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{service.GrpcAddress}/newssearch.v1.SearchService/Search")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 0]) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
            Headers = { { "grpc-accept-encoding", accepted }, { "te", "trailers" } },
        };
        var headers = (await http.SendAsync(request)).Headers;
        return headers.TryGetValues("grpc-encoding", out var encodings) ? string.Join(',', encodings) : "identity";
    }

    private sealed class ForeignHost(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Host = "evil.example";
            return base.SendAsync(request, cancellationToken);
        }
    }
}
