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
    public async Task A_writing_call_is_made_once()
    {
        await using var server = new FlakyServer(refusals: 10);
        using var client = await ConnectAsync(server, Quick);
        await Assert.ThrowsAsync<NewsSearchException>(async () => await client.Entities.UndoCorrectionAsync(new UndoCorrectionRequest()));
        await Assert.ThrowsAsync<NewsSearchException>(async () => await client.Index.PinGenerationAsync(new PinGenerationRequest()));
        Assert.Equal(2, server.Calls);
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
