using Grpc.Core;
using NewsSearch.V1;

namespace NewsSearch.Tests.Service;

/// <summary>Streams of articles: how many, how long, and how they are committed.</summary>
public sealed class IngestStreamTests : IngestingService
{
    [Fact]
    public async Task Each_article_of_a_stream_gets_its_outcome_in_order()
    {
        Assert.Equal(
            ["1 New a", "2 New b", "1 Duplicate a", "3 Updated a", "4 Rejected c FIELD_OUT_OF_RANGE", "5 Duplicate a"],
            await SendAsync(
                (1, "a", "storm"), (2, "b", "calm"), (1, "a", "storm"), (3, "a", "storm again"), (4, "c", ""), (5, "a", "storm")));
        Assert.Equal(["1 Unchanged a", "2 Unchanged b"], await SendAsync((1, "a", "storm again"), (2, "b", "calm")));
        await Service.SeesAsync(2);
    }

    [Fact]
    public async Task A_caller_has_so_many_streams_and_no_more()
    {
        using var first = Client.IngestArticles();
        using var second = Client.IngestArticles();
        foreach (var open in new[] { first, second })
        {
            await open.RequestStream.WriteAsync(new IngestArticlesRequest { Article = Text("a", "storm") });
            Assert.True(await open.ResponseStream.MoveNext(default));
        }

        var refusal = await Assert.ThrowsAsync<RpcException>(() => SendAsync((1, "a", "storm")));
        Assert.Equal((StatusCode.ResourceExhausted, "TOO_MANY_STREAMS"), (refusal.StatusCode, ReasonOf(refusal)));
        await second.RequestStream.CompleteAsync();
        Assert.False(await second.ResponseStream.MoveNext(default));
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                return (await SendAsync((1, "a", "storm"))).Count == 1;
            }
            catch (RpcException)
            {
                return false;
            }
        });
    }

    /// <summary>The stream stands still by flow control, and then its caller is cut off; others are served meanwhile.</summary>
    [Fact]
    public async Task A_caller_who_reads_no_responses_is_held_up_and_cut_off()
    {
        using var call = Client.IngestArticles();
        var sent = 0;
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            // Rejected at once, with a message: nothing but the responses holds the stream up.
            for (; sent < 200_000; sent++)
                await call.RequestStream.WriteAsync(new IngestArticlesRequest { Sequence = sent, Article = new ArticleInput { Id = "a" } });
        });
        Assert.True(failure is RpcException or InvalidOperationException or IOException, failure.ToString());
        Assert.InRange(sent, 1, 199_999);
        Assert.Equal(["1 New b"], await SendAsync((1, "b", "storm")));
    }

    [Fact]
    public async Task Many_articles_in_flight_are_committed_together()
    {
        var sent = Enumerable.Range(0, 2000).Select(i => ((long)i, $"{i}", $"storm {i}")).ToArray();
        var outcomes = await SendAsync(sent);
        Assert.Equal(sent.Select(each => $"{each.Item1} New {each.Item2}"), outcomes);
        await Service.SeesAsync(2000);
    }
}
