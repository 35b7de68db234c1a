using NewsIndex;
using NewsIndex.Engines;
using NewsSearch.Client;
using NewsSearch.Client.Errors;
using NewsSearch.Tests.Service;
using NewsSearch.V1;

namespace NewsSearch.Tests.Clients;

/// <summary>The client of .NET writes and deletes articles.</summary>
public sealed class IngestClientTests : IAsyncLifetime
{
    private readonly RunningService service = new(
        "--Search:Ingest:Enabled", "true", "--Search:Ingest:Recogniser", "none", "--Search:Ingest:HoldIndex", "00:00:00.100");

    private NewsSearchClient client = null!;

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        client = new NewsSearchClient(new Uri(service.GrpcAddress), TimeProvider.System, new NewsSearchClientOptions { MaxAttempts = 5 });
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task Articles_get_their_outcomes_in_order_and_are_deleted()
    {
        var outcomes = await ListAsync(client.IngestAsync(Articles(1000)));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"New {i}"), outcomes.Select(outcome => $"{outcome.Status} {outcome.Id}"));
        await service.SeesAsync(1000);
        var deleted = await ListAsync(client.DeleteAsync(Enumerable.Range(0, 1001).Select(i => $"{i}")));
        Assert.Equal(1000, deleted.Count(outcome => outcome.Status == DeleteOutcome.Types.Status.Deleted));
        var restored = await ListAsync(client.IngestAsync(Articles(2), restore: true));
        Assert.All(restored, outcome => Assert.Equal(IngestOutcome.Types.Status.New, outcome.Status));
    }

    [Fact]
    public async Task An_outcome_comes_while_the_feed_pauses()
    {
        var pause = new TaskCompletionSource();
        var outcomes = client.IngestAsync(Feed()).GetAsyncEnumerator();
        Assert.True(await outcomes.MoveNextAsync());
        Assert.Equal("first", outcomes.Current.Id);
        pause.SetResult();
        Assert.True(await outcomes.MoveNextAsync());
        Assert.Equal("second", outcomes.Current.Id);
        Assert.False(await outcomes.MoveNextAsync());

        async IAsyncEnumerable<ArticleInput> Feed()
        {
            yield return new ArticleInput { Id = "first", Headline = "storm" };
            await pause.Task;
            yield return new ArticleInput { Id = "second", Headline = "storm" };
        }
    }

    [Fact]
    public async Task What_the_indexer_holds_up_is_sent_again()
    {
        Task<List<IngestOutcome>> sending;
        await using (NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = service.Index }, TimeProvider.System))
        {
            sending = ListAsync(client.IngestAsync(Articles(10)));
            await Task.Delay(1500);
            Assert.False(sending.IsCompleted);
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"New {i}"), (await sending).Select(outcome => $"{outcome.Status} {outcome.Id}"));
    }

    [Fact]
    public async Task A_service_that_takes_no_articles_is_an_error_with_its_reason()
    {
        await using var reading = new RunningService();
        await reading.InitializeAsync();
        using var other = new NewsSearchClient(new Uri(reading.GrpcAddress), TimeProvider.System);
        var failure = await Assert.ThrowsAsync<NewsSearchException>(() => ListAsync(other.IngestAsync(Articles(3))));
        Assert.Equal("INGEST_OFF", failure.Reason);
    }

    private static async IAsyncEnumerable<ArticleInput> Articles(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.CompletedTask;
            yield return new ArticleInput { Id = $"{i}", Headline = $"Storm {i}", Language = "en" };
        }
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> stream)
    {
        var all = new List<T>();
        await foreach (var each in stream)
            all.Add(each);
        return all;
    }
}
