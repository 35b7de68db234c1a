using Google.Rpc;
using Grpc.Core;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service;

public sealed class AlertServiceTests : IAsyncLifetime
{
    private readonly RunningService service = new();

    private AlertService.AlertServiceClient Alerts => new(service.Channel);

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await WriteAsync(Body("old", "flood in the valley"));
        await service.SeesAsync(1);
    }

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_watcher_gets_each_match_once_and_goes_on_after_a_restart()
    {
        var floods = await CreateAsync("flood*");
        var oil = await CreateAsync("oil NEAR/3 price");
        string token;
        using (var watch = Alerts.WatchMatches(new WatchMatchesRequest()))
        {
            // What was there before is not matched.
            Assert.Equal(WatchMatchesResponse.EventOneofCase.None, (await NextAsync(watch)).EventCase);
            await WriteAsync(Body("a", "flooded roads"), Body("b", "fog"), Body("c", "price of oil, and floods"));
            Assert.Equal((floods.Id, "a", 1), Triple(await NextAsync(watch)));
            var second = await NextAsync(watch);
            Assert.Equal((floods.Id, "c", 1), Triple(second));
            Assert.Equal("", second.Match.Article.Body);
            token = second.ResumeToken;
        }

        await service.RestartAsync();
        await WriteAsync(Body("b", "flood and fog"));
        using var again = Alerts.WatchMatches(new WatchMatchesRequest { ResumeToken = token });
        Assert.Equal((oil.Id, "c", 1), Triple(await NextAsync(again)));
        var revised = await NextAsync(again);
        // The commit of the first stream may be passed before the revision is seen.
        if (revised.EventCase == WatchMatchesResponse.EventOneofCase.None)
            revised = await NextAsync(again);
        Assert.Equal((floods.Id, "b", 2), Triple(revised));
        Assert.Equal(WatchMatchesResponse.EventOneofCase.None, (await NextAsync(again)).EventCase);
    }

    [Fact]
    public async Task Only_the_named_alerts_are_watched_and_a_deleted_one_stops()
    {
        var floods = await CreateAsync("flood*");
        await CreateAsync("fog");
        using var watch = Alerts.WatchMatches(new WatchMatchesRequest { Alerts = { floods.Id } });
        await NextAsync(watch);
        await WriteAsync(Body("a", "fog and floods"));
        Assert.Equal((floods.Id, "a", 1), Triple(await NextAsync(watch)));
        Assert.Equal(WatchMatchesResponse.EventOneofCase.None, (await NextAsync(watch)).EventCase);
        await Alerts.DeleteAlertAsync(new DeleteAlertRequest { Id = floods.Id });
        await WriteAsync(Body("d", "more floods"));
        Assert.Equal(WatchMatchesResponse.EventOneofCase.None, (await NextAsync(watch)).EventCase);
    }

    [Fact]
    public async Task Alerts_are_listed_in_pages()
    {
        for (var i = 0; i < 5; i++)
            await CreateAsync($"word{i}", $"name {i}");
        var (found, token) = (new List<string>(), "");
        do
        {
            var page = await Alerts.ListAlertsAsync(new ListAlertsRequest { PageSize = 2, PageToken = token });
            found.AddRange(page.Alerts.Select(alert => $"{alert.Name}: {alert.Query}"));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"name {i}: word{i}"), found);
        var rest = await service.Http.GetStringAsync("v1/alerts?pageSize=1");
        Assert.Contains("word0", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("word1", rest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "query matches every article; expected at least one word or filter")]
    [InlineData("flood date:last-week", "query has a relative date; expected dates that stay the same")]
    [InlineData("flood since:1-0000000000000000",
        "query has since:; expected a query without it: an alert matches what arrives after its creation")]
    [InlineData("flood dup:first",
        "query has dup:first; expected a query without it: which of several copies is the first may change")]
    public async Task A_query_that_cannot_be_watched_is_refused(string query, string expected)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await CreateAsync(query));
        Assert.Equal((StatusCode.InvalidArgument, expected), (failure.StatusCode, failure.Status.Detail));
    }

    [Theory]
    [InlineData("0", "", StatusCode.NotFound, "ALERT_NOT_FOUND")]
    [InlineData("007", "", StatusCode.NotFound, "ALERT_NOT_FOUND")]
    [InlineData("x", "", StatusCode.NotFound, "ALERT_NOT_FOUND")]
    [InlineData("", "x", StatusCode.InvalidArgument, "BAD_RESUME_TOKEN")]
    [InlineData("", "AgAAAAAAAAABAAAAAAAAAAEAAAAAAAAAAQAAAAAAAAABAAAAAAAAAAA", StatusCode.InvalidArgument, "BAD_RESUME_TOKEN")]
    public async Task A_wrong_request_is_refused(string id, string token, StatusCode code, string reason)
    {
        var request = new WatchMatchesRequest { ResumeToken = token };
        if (id.Length > 0)
            request.Alerts.Add(id);
        using var watch = Alerts.WatchMatches(request);
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await NextAsync(watch));
        Assert.Equal((code, reason), (failure.StatusCode, failure.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason));
    }

    [Fact]
    public async Task A_token_of_another_index_is_refused()
    {
        await CreateAsync("flood*");
        var elsewhere = new NewsIndex.Alerts.AlertPosition(new NewsIndex.Generations.Generation(1, 42), 1, int.MaxValue);
        using var watch = Alerts.WatchMatches(new WatchMatchesRequest
        {
            ResumeToken = SearchService.Paging.ResumeToken.Write(elsewhere),
        });
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await NextAsync(watch));
        Assert.Equal((StatusCode.FailedPrecondition, "GENERATION_UNKNOWN"),
            (failure.StatusCode, failure.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason));
    }

    [Fact]
    public async Task An_alert_that_has_become_too_expensive_fails_alone()
    {
        var floods = await CreateAsync("flood*");
        var dear = await CreateAsync("w*");
        using var watch = Alerts.WatchMatches(new WatchMatchesRequest());
        await NextAsync(watch);
        await WriteAsync(Body("a", "flood " + string.Join(' ', Enumerable.Range(0, 70_000).Select(i => $"w{i}"))));
        var seen = new List<WatchMatchesResponse> { await NextAsync(watch), await NextAsync(watch) };
        Assert.Equal((dear.Id, "QUERY_TOO_EXPENSIVE"),
            seen.Where(each => each.Failure is not null).Select(each => (each.Failure.Alert, each.Failure.Reason)).Single());
        Assert.Equal((floods.Id, "a", 1), Triple(seen.Single(each => each.Match is not null)));
    }

    private static (string Alert, string Article, int Revision) Triple(WatchMatchesResponse message) =>
        (message.Match.Alert, message.Match.Article.Id, message.Match.Article.Revision);

    private static async Task<WatchMatchesResponse> NextAsync(AsyncServerStreamingCall<WatchMatchesResponse> watch)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.True(await watch.ResponseStream.MoveNext(patience.Token));
        return watch.ResponseStream.Current;
    }

    private async Task<Alert> CreateAsync(string query, string name = "") =>
        await Alerts.CreateAlertAsync(new CreateAlertRequest { Query = query, Name = name });

    private Task WriteAsync(params Article[] articles) => service.WriteAsync(articles);

    private static Article Body(string id, string body) => new() { Id = id, Body = body, Language = "en" };
}
