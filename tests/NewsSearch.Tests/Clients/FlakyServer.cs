using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsSearch.Tests.Clients;

/// <summary>A server of gRPC that breaks as networks do: it refuses the first calls, or cuts a stream off after each message.</summary>
/// <param name="refusals">Number of calls that end with UNAVAILABLE, and no reason, before one is answered.</param>
internal sealed class FlakyServer(int refusals) : IAsyncDisposable
{
    private WebApplication? app;
    private int calls;

    public int Calls => calls;

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<string> Credentials { get; } = [];

    /// <summary>The messages of all calls but exports, refused ones included.</summary>
    public ConcurrentQueue<byte[]> Requests { get; } = [];

    /// <summary>Number of articles of an export, whose streams break off behind each.</summary>
    public int Exported { get; init; }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        app = builder.Build();
        app.MapPost("/newssearch.v1.SearchService/Export", ExportAsync);
        app.MapPost("/{service}/{method}", AnswerAsync);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async ValueTask DisposeAsync() => await app!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue(await ReadAsync(context));
        Credentials.Enqueue(context.Request.Headers.Authorization.ToString());
        context.Response.ContentType = "application/grpc";
        if (Interlocked.Increment(ref calls) <= refusals)
        {
            context.Response.Headers["grpc-status"] = Number(StatusCode.Unavailable);
            return;
        }

        await SendAsync(context, []);
    }

    /// <summary>Sends how the query was read, or the article behind the cursor; breaks the stream, or ends it behind the last.</summary>
    private async Task ExportAsync(HttpContext context)
    {
        Interlocked.Increment(ref calls);
        var request = V1.ExportRequest.Parser.ParseFrom(await ReadAsync(context));
        var sent = request.Cursor.Length == 0 ? 0 : int.Parse(request.Cursor, CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/grpc";
        var reading = new V1.ExportResponse { Cursor = request.Cursor, CanonicalQuery = "storm", Notices = { "noted" } };
        if (request.WithReading)
        {
            await SendAsync(context, reading.ToByteArray(), code: StatusCode.Unavailable);
            return;
        }

        if (sent == Exported)
        {
            context.Response.AppendTrailer("grpc-status", "0");
            return;
        }

        reading.MergeFrom(new V1.ExportResponse { Article = new V1.Article { Id = $"{sent + 1}" }, Cursor = $"{sent + 1}" });
        await SendAsync(context, reading.ToByteArray(), code: StatusCode.Unavailable);
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return body.ToArray()[5..];
    }

    private static async Task SendAsync(HttpContext context, byte[] message, StatusCode code = StatusCode.OK)
    {
        var prefix = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(prefix.AsSpan(1), message.Length);
        await context.Response.Body.WriteAsync(prefix);
        await context.Response.Body.WriteAsync(message);
        context.Response.AppendTrailer("grpc-status", Number(code));
    }

    private static string Number(StatusCode code) => ((int)code).ToString(CultureInfo.InvariantCulture);
}
