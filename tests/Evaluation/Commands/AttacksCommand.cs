using System.CommandLine;
using System.Globalization;
using System.Net;
using Evaluation.Attacks;
using Evaluation.Kills;
using Evaluation.Load;
using Grpc.Net.Client;
using NewsIndex;
using NewsIndex.Engines;
using NewsSearch.V1;

namespace Evaluation.Commands;

/// <summary><c>attacks</c>: thousands of connections, bodies of a gigabyte, and what a second client sees meanwhile.</summary>
internal static class AttacksCommand
{
    /// <summary>Places that the flood leaves to the second client, as the limit of connections is over all callers.</summary>
    private const int Left = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var connections = new Option<int>("--connections") { HelpName = "N", DefaultValueFactory = _ => 10_000 };
        var seconds = new Option<int>("--seconds") { HelpName = "N", DefaultValueFactory = _ => 20, Description = "Of the flood." };
        var command = new Command("attacks", "Floods a service of its own with connections and with bodies of a gigabyte.")
        {
            connections, seconds,
        };
        command.SetAction((parsed, _) =>
            RunAsync(parsed.GetValue(connections), TimeSpan.FromSeconds(parsed.GetValue(seconds))));
        return command;
    }

    private static async Task<int> RunAsync(int connections, TimeSpan duration)
    {
        using var folder = new TemporaryIndex();
        var index = Path.Combine(folder.Directory, "index");
        await using (var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = index }, TimeProvider.System))
        {
            await writer.WriteAsync(
                [.. Enumerable.Range(0, 100).Select(i => new NewsIndex.Articles.Article { Id = $"{i}", Body = $"election {i}" })],
                CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        using var service = new ServiceProcess("--index", index, "--Search:MaxConnections", $"{connections}");
        await service.ServesAsync();
        using var web = new HttpClient { BaseAddress = service.Web, Timeout = Patience };
        using var channel = GrpcChannel.ForAddress(service.Address);
        Console.WriteLine("| while | search p50 ms | p99 | max | failures | readyz p50 | max | failures | MB |\n"
            + "|---|---:|---:|---:|---|---:|---:|---|---:|");
        await WatchAsync("nothing else happens", web, channel, WaitAsync(duration));
        using (var flood = new ConnectionFlood(service.Web))
        {
            await WatchAsync("the connections are opened", web, channel, OpenAsync(flood, connections - Left));
            await WatchAsync($"{flood.Open} connections are open", web, channel, WaitAsync(duration));
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        await WatchAsync("they have gone", web, channel, WaitAsync(duration));
        await WatchAsync("a gigabyte of JSON is sent", web, channel, SendAsync(LargeBody.Json(), service.Web, "v1/articles:search"));
        await WatchAsync("a gigabyte of gRPC is sent", web, channel,
            SendAsync(LargeBody.Grpc(), service.Address, "newssearch.v1.SearchService/Search"));
        await WatchAsync("it is over", web, channel, WaitAsync(duration));
        return 0;
    }

    /// <summary>Prints a row of what the second client sees until something has happened.</summary>
    private static async Task WatchAsync(string what, HttpClient web, GrpcChannel channel, Task<string> happening)
    {
        var (searches, readiness) = (new Latencies(), new Latencies());
        var client = new SearchService.SearchServiceClient(channel);
        do
        {
            var deadline = TimeProvider.System.GetUtcNow().UtcDateTime + Patience;
            await searches.MeasureAsync(() =>
                client.SearchAsync(new SearchRequest { Query = "election" }, deadline: deadline).ResponseAsync);
            await readiness.MeasureAsync(() => web.GetStringAsync("readyz"));
            await Task.WhenAny(happening, Task.Delay(20));
        }
        while (!happening.IsCompleted);
        var (outcome, megabytes) = (await happening, await ServiceMemory.MegabytesAsync(web));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what}{outcome} | {searches.Cells(0.5, 0.99, 1)} | {searches.Failures()} | {readiness.Cells(0.5, 1)} | "
            + $"{readiness.Failures()} | {megabytes:F0} |"));
    }

    private static async Task<string> WaitAsync(TimeSpan duration)
    {
        await Task.Delay(duration);
        return "";
    }

    private static async Task<string> OpenAsync(ConnectionFlood flood, int count)
    {
        await flood.OpenAsync(count);
        return "";
    }

    /// <returns>What became of it.</returns>
    private static async Task<string> SendAsync(LargeBody body, Uri address, string path)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = body,
            Version = body.IsGrpc ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        try
        {
            using var reply = await client.SendAsync(request);
            await reply.Content.ReadAsByteArrayAsync();
            var status = reply.Headers.Concat(reply.TrailingHeaders).FirstOrDefault(header => header.Key == "grpc-status")
                .Value?.First();
            return $": HTTP {(int)reply.StatusCode}{(status is null ? "" : $", grpc-status {status}")} after {body.Sent >> 20} MB";
        }
        catch (HttpRequestException e)
        {
            return $": cut off after {body.Sent >> 20} MB ({e.HttpRequestError})";
        }
    }
}
