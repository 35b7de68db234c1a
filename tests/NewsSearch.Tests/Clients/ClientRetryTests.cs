using Grpc.Core;
using NewsSearch.Client;
using NewsSearch.Client.Errors;
using NewsSearch.V1;

namespace NewsSearch.Tests.Clients;

/// <summary>What the client does when connections break.</summary>
public sealed class ClientRetryTests
{
    private static readonly NewsSearchClientOptions Quick = new() { FirstWait = TimeSpan.FromMilliseconds(1) };

    [Theory]
    [InlineData(0, 4, 1)]
    [InlineData(1, 4, 2)]
    [InlineData(3, 4, 4)]
    public async Task A_reading_call_is_repeated_until_it_is_answered(int refusals, int attempts, int calls)
    {
        await using var server = new FlakyServer(refusals);
        using var client = await ConnectAsync(server, Quick with { MaxAttempts = attempts });
        await client.Search.SearchAsync(new SearchRequest());
        Assert.Equal(calls, server.Calls);
    }

    /// <summary>The contract marks what only reads, in every service.</summary>
    [Fact]
    public async Task A_reading_call_of_an_operator_is_repeated_too()
    {
        await using var server = new FlakyServer(refusals: 1);
        using var client = await ConnectAsync(server, Quick);
        await client.Admin.ListSnapshotsAsync(new ListSnapshotsRequest());
        Assert.Equal(2, server.Calls);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(1)]
    public async Task After_the_last_attempt_the_failure_has_no_reason_since_no_service_gave_one(int attempts)
    {
        await using var server = new FlakyServer(refusals: 10);
        using var client = await ConnectAsync(server, Quick with { MaxAttempts = attempts });
        var failure = await Assert.ThrowsAsync<NewsSearchException>(async () => await client.Search.SearchAsync(new SearchRequest()));
        Assert.Equal((StatusCode.Unavailable, "", attempts), (failure.StatusCode, failure.Reason, server.Calls));
    }

    /// <summary>Behind a broken connection it may have been done.</summary>
    [Fact]
    public async Task A_writing_call_without_an_id_is_made_once()
    {
        await using var server = new FlakyServer(refusals: 10);
        using var client = await ConnectAsync(server, Quick);
        await Assert.ThrowsAsync<NewsSearchException>(async () => await client.Alerts.DeleteAlertAsync(new DeleteAlertRequest()));
        await Assert.ThrowsAsync<NewsSearchException>(async () => await client.Index.UnpinGenerationAsync(new UnpinGenerationRequest()));
        Assert.Equal(2, server.Calls);
    }

    [Fact]
    public async Task A_writing_call_has_an_id_of_its_own_which_its_repeats_have_too()
    {
        await using var server = new FlakyServer(refusals: 3);
        using var client = await ConnectAsync(server, Quick);
        var request = new UndoCorrectionRequest { Number = 7 };
        await client.Entities.UndoCorrectionAsync(request);
        await client.Entities.UndoCorrectionAsync(request);
        var sent = server.Requests.Select(UndoCorrectionRequest.Parser.ParseFrom).ToList();
        Assert.Equal([7, 7, 7, 7, 7], sent.Select(each => each.Number));
        Assert.Equal([4, 1], sent.GroupBy(each => Guid.Parse(each.RequestId)).Select(group => group.Count()));
        Assert.Equal("", request.RequestId);
    }

    [Fact]
    public async Task The_id_that_a_caller_gives_stays()
    {
        await using var server = new FlakyServer(refusals: 1);
        using var client = await ConnectAsync(server, Quick);
        await client.Index.PinGenerationAsync(new PinGenerationRequest { RequestId = "mine" });
        await client.Alerts.CreateAlertAsync(new CreateAlertRequest { RequestId = "mine too" });
        Assert.Equal(["mine", "mine", "mine too"],
            [.. server.Requests.Take(2).Select(each => PinGenerationRequest.Parser.ParseFrom(each).RequestId),
            CreateAlertRequest.Parser.ParseFrom(server.Requests.Last()).RequestId]);
    }

    [Fact]
    public async Task An_export_that_breaks_behind_every_article_has_each_once()
    {
        await using var server = new FlakyServer(refusals: 0) { Exported = 20 };
        using var client = await ConnectAsync(server, Quick);
        var ids = new List<string>();
        await foreach (var message in client.ExportAllAsync(new ExportRequest()))
            ids.Add(message.Article.Id);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"{i}"), ids);
        Assert.Equal(21, server.Calls);
    }

    [Fact]
    public async Task An_export_that_breaks_off_ends_at_its_limit()
    {
        await using var server = new FlakyServer(refusals: 0) { Exported = 20 };
        using var client = await ConnectAsync(server, Quick);
        var ids = new List<string>();
        await foreach (var message in client.ExportAllAsync(new ExportRequest { Limit = 3, Cursor = "5" }))
            ids.Add(message.Article.Id);
        Assert.Equal(["6", "7", "8"], ids);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public async Task An_export_that_breaks_off_says_once_how_its_query_was_read(bool ofItsOwn, int messages)
    {
        await using var server = new FlakyServer(refusals: 0) { Exported = 20 };
        using var client = await ConnectAsync(server, Quick);
        var received = await client.ExportAllAsync(new ExportRequest { Limit = 2, WithReading = ofItsOwn }).ToListAsync();
        Assert.Equal(messages, received.Count);
        Assert.Equal(["1", "2"], received.Where(message => message.Article is not null).Select(message => message.Article.Id));
        Assert.Equal(("storm", "noted"), (received[0].CanonicalQuery, Assert.Single(received[0].Notices)));
        Assert.All(received.Skip(1), message => Assert.Equal(("", 0), (message.CanonicalQuery, message.Notices.Count)));
    }

    [Fact]
    public async Task The_credential_goes_with_every_attempt()
    {
        await using var server = new FlakyServer(refusals: 1);
        using var client = await ConnectAsync(server, Quick with { Credential = "key" });
        await client.Search.SearchAsync(new SearchRequest());
        Assert.Equal(["Bearer key", "Bearer key"], server.Credentials);
    }

    private static async Task<NewsSearchClient> ConnectAsync(FlakyServer server, NewsSearchClientOptions options)
    {
        await server.StartAsync();
        return new NewsSearchClient(server.Address, TimeProvider.System, options);
    }
}
