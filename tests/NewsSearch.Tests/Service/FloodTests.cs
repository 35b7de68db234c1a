using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using NewsSearch.V1;

namespace NewsSearch.Tests.Service;

/// <summary>More connections and more bytes than the service takes are refused, and whoever was there before is served.</summary>
public sealed class FloodTests
{
    private const int MaxConnections = 20;
    private const long Gigabyte = 1L << 30;

    /// <summary>What a client may have sent before the refusal of its body reaches it: the limit, and what sockets hold.</summary>
    private const long MaxSent = 64L << 20;

    [Fact]
    public async Task Connections_above_the_limit_are_refused_and_the_open_ones_served()
    {
        await using var service = await ServiceAsync("--Search:MaxConnections", $"{MaxConnections}");
        var open = new List<Socket>();
        try
        {
            while (open.Count < MaxConnections)
            {
                open.Add(await ConnectAsync(service));
                Assert.Equal("200", await AskAsync(open[^1]));
            }

            for (var i = 0; i < 100; i++)
            {
                using var further = await ConnectAsync(service);
                Assert.Equal("503", await AskAsync(further));
            }

            using var channel = GrpcChannel.ForAddress(service.GrpcAddress);
            var refused = await Assert.ThrowsAsync<RpcException>(async () =>
                await new V1.SearchService.SearchServiceClient(channel).SearchAsync(new SearchRequest { Query = "storm" }));
            // A client that learns of the close before it has sent its preface takes it for an answer that ended too early.
            Assert.Contains(refused.StatusCode, new[] { StatusCode.Unavailable, StatusCode.Internal });
            foreach (var socket in open)
                Assert.Equal("200", await AskAsync(socket));
            open[0].Dispose();
            open.RemoveAt(0);
            await Eventually.TrueAsync(async () =>
            {
                using var next = await ConnectAsync(service);
                return await AskAsync(next) == "200";
            });
        }
        finally
        {
            open.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task A_body_that_is_announced_as_a_gigabyte_is_refused_before_it_is_sent()
    {
        await using var service = await ServiceAsync();
        using var socket = await ConnectAsync(service);
        await SendAsync(socket, HeadOfSearch($"Content-Length: {Gigabyte}"));
        Assert.Equal("413", await StatusAsync(socket));
    }

    [Fact]
    public async Task A_message_that_is_announced_as_a_gigabyte_is_refused_before_it_is_sent()
    {
        await using var service = await ServiceAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{service.GrpcAddress}/newssearch.v1.SearchService/Search")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0x40, 0, 0, 0, 0x0A]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        using var reply = await client.SendAsync(request);
        await reply.Content.ReadAsByteArrayAsync();
        var headers = reply.Headers.Concat(reply.TrailingHeaders).ToDictionary(header => header.Key, header => header.Value.First());
        Assert.Equal($"{(int)StatusCode.ResourceExhausted}", headers["grpc-status"]);
        var status = Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(headers["grpc-status-details-bin"]));
        Assert.Equal("REQUEST_TOO_LARGE", status.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task Headers_above_the_limit_are_refused()
    {
        await using var service = await ServiceAsync();
        using var socket = await ConnectAsync(service);
        await SendAsync(socket, $"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('x', 100_000)}\r\n\r\n");
        Assert.Equal("431", await StatusAsync(socket));
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("healthz")).StatusCode);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_at_the_limit()
    {
        await using var service = await ServiceAsync();
        using var socket = await ConnectAsync(service);
        await SendAsync(socket, HeadOfSearch("Transfer-Encoding: chunked"));
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string(' ', 0x10000)}\r\n");
        long sent = 0;
        var status = StatusAsync(socket);
        try
        {
            while (!status.IsCompleted && sent < MaxSent)
            {
                await socket.SendAsync(chunk);
                sent += chunk.Length;
            }
        }
        catch (SocketException)
        {
            // The service has closed the connection after its answer.
        }

        Assert.Equal("413", await status);
        Assert.InRange(sent, 1, MaxSent - 1);
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("healthz")).StatusCode);
    }

    [Fact]
    public async Task A_caller_who_sends_a_request_and_reads_nothing_holds_up_nobody()
    {
        await using var service = await ServiceAsync();
        using var deaf = await ConnectAsync(service);
        deaf.ReceiveBufferSize = 1024;
        for (var i = 0; i < 200; i++)
            await SendAsync(deaf, "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n");
        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("healthz")).StatusCode);
    }

    private static async Task<RunningService> ServiceAsync(params string[] settings)
    {
        var service = new RunningService(settings);
        await service.InitializeAsync();
        return service;
    }

    private static async Task<Socket> ConnectAsync(RunningService service)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(service.Http.BaseAddress!.Host, service.Http.BaseAddress.Port);
        return socket;
    }

    private static async Task<string> AskAsync(Socket socket)
    {
        await SendAsync(socket, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return await StatusAsync(socket);
    }

    private static string HeadOfSearch(string header) =>
        $"POST /v1/articles:search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{header}\r\n\r\n";

    private static async Task SendAsync(Socket socket, string text) => await socket.SendAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>The status of the next reply, with which its headers and its body come; empty when the connection was closed.</summary>
    private static async Task<string> StatusAsync(Socket socket)
    {
        var bytes = new byte[8192];
        var text = "";
        while (!text.Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await socket.ReceiveAsync(bytes);
            if (count == 0)
                return "";
            text += Encoding.ASCII.GetString(bytes, 0, count);
        }

        // The body of a reply to healthz has one word, or comes in one chunk.
        while (text.Contains("chunked", StringComparison.Ordinal) && !text.EndsWith("0\r\n\r\n", StringComparison.Ordinal))
            text += Encoding.ASCII.GetString(bytes, 0, await socket.ReceiveAsync(bytes));
        return text.Split(' ')[1];
    }
}
