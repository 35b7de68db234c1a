using Google.Rpc;
using Grpc.Core;
using NewsIndex;
using NewsIndex.Engines;
using NewsSearch.Tests.Ingest;
using NewsSearch.V1;
using Outcome = NewsSearch.V1.IngestOutcome.Types.Status;

namespace NewsSearch.Tests.Service;

/// <summary>The one writer of an index: the indexer and the service take turns.</summary>
public sealed class IngestLockTests : IngestingService
{
    [Fact]
    public async Task While_the_indexer_writes_a_stream_waits_and_other_calls_are_refused()
    {
        Task<List<string>> stream;
        // The service still has the index for a moment.
        await using (NewsIndexServices.OpenWriter(await NamedAsync(), TimeProvider.System, patience: TimeSpan.FromMinutes(1)))
        {
            stream = SendAsync((1, "a", "storm"));
            var refusal = await Assert.ThrowsAsync<RpcException>(() => DeleteAsync("a"));
            Assert.Equal((StatusCode.Unavailable, "INDEX_LOCKED"), (refusal.StatusCode, ReasonOf(refusal)));
            Assert.Equal(1, refusal.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.Seconds);
            Assert.False(stream.IsCompleted);
        }

        Assert.Equal(["1 New a"], await stream);
    }

    [Fact]
    public async Task A_feed_that_never_pauses_lets_the_indexer_in_and_loses_nothing()
    {
        var archive = Folder.File("archive.jsonl");
        await File.WriteAllLinesAsync(
            archive, Enumerable.Range(0, 300).Select(i => $$"""{"id":"archive/{{i}}","headline":"storm {{i}}","language":"en"}"""));
        using var over = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var feed = FeedAsync(begun, () => over.IsCancellationRequested);
        await begun.Task;

        using var indexer = IndexerProcess.Start("index", archive, "--index", Service.Index);
        var output = Task.WhenAll(indexer.StandardError.ReadToEndAsync(), indexer.StandardOutput.ReadToEndAsync());
        await indexer.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        var fedBeside = !feed.IsCompleted;
        await over.CancelAsync();
        var fed = await feed;

        Assert.True(indexer.ExitCode == 0, string.Concat(await output));
        Assert.True(fedBeside, "the feed ended early");
        await Service.SeesAsync(300 + fed);
        Assert.Empty(NewsIndexServices.Verify(new NewsIndexOptions { Directory = Service.Index }));
    }

    [Fact]
    public async Task The_index_is_released_when_nothing_is_to_be_written()
    {
        await SendAsync((1, "a", "storm"));
        var options = await NamedAsync();
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await using var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System);
                return true;
            }
            catch (NewsIndex.Generations.IndexLockedException)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task An_index_with_names_of_another_recogniser_is_not_continued()
    {
        await Service.WriteAsync(new NewsIndex.Articles.Article { Id = "a", Headline = "storm" });
        var refusal = await Assert.ThrowsAsync<RpcException>(() => SendAsync((1, "b", "storm")));
        Assert.Equal((StatusCode.FailedPrecondition, "INGEST_IMPOSSIBLE"), (refusal.StatusCode, ReasonOf(refusal)));
    }

    /// <summary>Sends articles on one stream, as fast as they are taken.</summary>
    /// <param name="begun">Completed with the first article that is acknowledged.</param>
    /// <returns>The number of articles that were acknowledged, which are all that were sent.</returns>
    private async Task<int> FeedAsync(TaskCompletionSource begun, Func<bool> isOver)
    {
        using var call = Client.IngestArticles();
        var (sent, acknowledged) = (0, 0);
        var reading = Task.Run(async () =>
        {
            while (await call.ResponseStream.MoveNext(default))
            {
                Assert.Equal(Outcome.New, call.ResponseStream.Current.Outcome.Status);
                acknowledged++;
                begun.TrySetResult();
            }
        });
        for (; !isOver(); sent++)
            await call.RequestStream.WriteAsync(new IngestArticlesRequest { Sequence = sent, Article = Text($"feed/{sent}", "storm") });
        await call.RequestStream.CompleteAsync();
        await reading;
        Assert.Equal(sent, acknowledged);
        return acknowledged;
    }
}
