using System.Net;
using System.Text.Json;
using Grpc.Core;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service;

/// <summary>What one call may take of the service, however long its caller would wait.</summary>
public sealed class StreamTests
{
    private const int Articles = 100;

    [Theory]
    [InlineData("--Search:StreamTimeout", "00:00:00.300")]
    [InlineData("--Search:StreamDeadline", "00:00:02")]
    public async Task A_stream_that_nobody_takes_is_cut_off(string setting, string value)
    {
        await using var service = await ServiceAsync(setting, value);
        using var call = new V1.SearchService.SearchServiceClient(service.Channel).Export(new ExportRequest { Query = "storm" });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        await Eventually.TrueAsync(async () => (await service.Http.GetStringAsync("metrics"))
            .Contains(
            "http_requests_in_progress{method=\"POST\",controller=\"\",action=\"\","
                + "endpoint=\"/newssearch.v1.SearchService/Export\"} 0",
            StringComparison.Ordinal));
        var taken = 1;
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
                taken++;
        });
        Assert.Equal((StatusCode.ResourceExhausted, 0), (failure.StatusCode, failure.Trailers.Count));
        Assert.InRange(taken, 1, Articles - 1);
        Assert.Equal(Articles,
            (await new V1.SearchService.SearchServiceClient(service.Channel)
            .SearchAsync(new SearchRequest { Query = "storm" })).Total.Value);
    }

    /// <summary>The status of HTTP is sent with the first line.</summary>
    [Fact]
    public async Task A_failure_behind_the_first_line_of_REST_is_the_last_line()
    {
        await using var service = await ServiceAsync("--Search:StreamDeadline", "00:00:01");
        using var content = new StringContent("{}", null, "application/json");
        using var reply = await service.Http.PostAsync("v1/alerts:watch", content);
        var lines = (await reply.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((HttpStatusCode.OK, true), (reply.StatusCode, lines.Length > 1));
        Assert.All(lines[..^1], line => Assert.False(JsonDocument.Parse(line).RootElement.TryGetProperty("code", out _)));
        Assert.Equal((int)StatusCode.DeadlineExceeded, JsonDocument.Parse(lines[^1]).RootElement.GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_stream_that_is_taken_comes_to_its_end()
    {
        await using var service = await ServiceAsync("--Search:StreamTimeout", "00:00:05");
        using var call = new V1.SearchService.SearchServiceClient(service.Channel).Export(new ExportRequest { Query = "storm" });
        var taken = 0;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            taken++;
        Assert.Equal(Articles, taken);
    }

    [Fact]
    public async Task One_deadline_holds_for_all_searches_of_a_batch()
    {
        await using var service = await ServiceAsync("--Search:Deadline", "00:00:00.100");
        var dear = string.Join(" OR ", Enumerable.Range(0, 200).Select(i => $"s{i}*"));
        var batch = await new V1.SearchService.SearchServiceClient(service.Channel)
            .BatchSearchAsync(new BatchSearchRequest { Requests = { Enumerable.Repeat(new SearchRequest { Query = dear }, 1_000) } });
        Assert.Equal((1_000, "DEADLINE_EXCEEDED"), (batch.Results.Count, batch.Results[^1].Error?.Reason));
    }

    [Fact]
    public async Task Counts_stop_when_the_caller_does()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder.File("index"), 3);
        await using var searcher =
            NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = folder.File("index") }, TimeProvider.System);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        foreach (var facet in Enum.GetValues<FacetField>())
        {
            var plan = new AggregatePlan { Query = new Query.Everything(), Facets = [facet] };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await searcher.AggregateAsync(plan, gone.Token));
        }
    }

    private static async Task<RunningService> ServiceAsync(params string[] settings)
    {
        var service = new RunningService(settings);
        await service.InitializeAsync();
        await service.WriteAsync([.. Enumerable.Range(0, Articles).Select(i => new Article { Id = $"{i}", Body = LongBody(i) })]);
        await service.SeesAsync(Articles);
        return service;
    }

    /// <summary>Some 20 KB that hardly compress, so that a stream of them fills whatever lies between.</summary>
    internal static string LongBody(int seed)
    {
        var bytes = new byte[10_000];
        new Random(seed).NextBytes(bytes);
        return "storm " + string.Join(' ', bytes.Chunk(20).Select(Convert.ToHexString));
    }

    private static async Task WriteAsync(string index, int articles)
    {
        await using var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = index }, TimeProvider.System);
        await writer.WriteAsync(
            [.. Enumerable.Range(0, articles).Select(i => new Article { Id = $"{i}", Body = $"storm {i}", Source = "Herald" })],
            CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }
}
