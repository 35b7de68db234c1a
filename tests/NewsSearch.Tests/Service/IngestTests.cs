using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsSearch.Tests.Ingest;
using NewsSearch.V1;
using Outcome = NewsSearch.V1.IngestOutcome.Types.Status;

namespace NewsSearch.Tests.Service;

/// <summary>Articles that are written and deleted over real gRPC.</summary>
public sealed class IngestTests : IAsyncLifetime
{
    private readonly RunningService service = new(
        "--Search:Ingest:Enabled", "true", "--Search:Ingest:HoldIndex", "00:00:00.200", "--Search:Ingest:StreamsPerCaller", "2",
        "--Search:Ingest:MaxArticleBytes", "50000", "--Search:StreamTimeout", "00:00:01",
        "--Logging:LogLevel:NewsSearch.Audit", "Information");

    private readonly TemporaryFolder folder = new();

    private IngestService.IngestServiceClient Client => new(service.Channel);

    /// <summary>Articles, and what each gets that cannot be taken.</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        { """{}""", "FIELD_OUT_OF_RANGE", "headline" },
        { """{"headline":"  ","body":"\n"}""", "FIELD_OUT_OF_RANGE", "headline" },
        { $$"""{"headline":"x","id":"{{new string('i', 513)}}"}""", "FIELD_OUT_OF_RANGE", "id" },
        { """{"headline":"x","published":{"value":"19 October 1987"}}""", "BAD_DATE", "published.value" },
        { """{"headline":"x","published":{"value":"1987-02-30"}}""", "BAD_DATE", "published.value" },
        { """{"headline":"x","published":{"timeOfDay":"25:00"}}""", "BAD_DATE", "published.time_of_day" },
        { """{"headline":"x","published":{"value":"1987","provenance":"NONE"}}""", "FIELD_OUT_OF_RANGE", "published.provenance" },
        { """{"headline":"x","published":{"provenance":"URL"}}""", "FIELD_OUT_OF_RANGE", "published.provenance" },
        { """{"headline":"x","published":{"conflicts":[{"value":"1987"}]}}""", "FIELD_OUT_OF_RANGE", "published.conflicts" },
        {
            """{"headline":"x","published":{"value":"1987","conflicts":[{"value":"1986"},{"value":"then"}]}}""", "BAD_DATE",
            "published.conflicts[1].value"
        },
        { """{"headline":"x","language":"English"}""", "FIELD_OUT_OF_RANGE", "language" },
        { """{"headline":"x","entities":[{"type":"PERSON"}]}""", "FIELD_OUT_OF_RANGE", "entities[0].name" },
        { """{"headline":"x","entities":[{"name":"Jane Roe"}]}""", "FIELD_OUT_OF_RANGE", "entities[0].type" },
        { $$"""{"headline":"x","body":"{{new string('b', 50_000)}}"}""", "ARTICLE_TOO_LARGE", "article" },
    };

    public Task InitializeAsync() => service.InitializeAsync();

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_article_of_a_stream_gets_its_outcome_in_order()
    {
        Assert.Equal(
            ["1 New a", "2 New b", "1 Duplicate a", "3 Updated a", "4 Rejected c FIELD_OUT_OF_RANGE", "5 Duplicate a"],
            await SendAsync(
                (1, "a", "storm"), (2, "b", "calm"), (1, "a", "storm"), (3, "a", "storm again"), (4, "c", ""), (5, "a", "storm")));
        Assert.Equal(["1 Unchanged a", "2 Unchanged b"], await SendAsync((1, "a", "storm again"), (2, "b", "calm")));
        await service.SeesAsync(2);
    }

    [Fact]
    public async Task An_acknowledged_article_is_found_within_a_second_of_its_commit()
    {
        await SendAsync((1, "first", "storm"));
        await service.SeesAsync(1);
        await Task.Delay(500);
        await SendAsync((2, "second", "storm"));
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await new V1.SearchService.SearchServiceClient(service.Channel)
            .SearchAsync(new SearchRequest { Query = "storm" })).Total.Value);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task An_article_that_cannot_be_taken_is_rejected_with_its_field(string json, string reason, string field)
    {
        var article = ArticleInput.Parser.ParseJson(json);
        var reply = await Client.BatchIngestArticlesAsync(new BatchIngestArticlesRequest { Articles = { article } });
        var outcome = Assert.Single(reply.Outcomes);
        Assert.Equal((Outcome.Rejected, reason, field, ""), (outcome.Status, outcome.Reason, outcome.Field, outcome.Generation));
        Assert.StartsWith(field, outcome.Message, StringComparison.Ordinal);
        Assert.Contains("; expected ", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_deleted_stays_deleted_until_it_is_restored()
    {
        await SendAsync((1, "a", "storm"), (2, "b", "storm"));
        Assert.Equal(["a Deleted", "x NotFound", "b Deleted"], await DeleteAsync("a", "x", "b"));
        Assert.Equal(["a Deleted"], await DeleteAsync("a"));
        await service.SeesAsync(0);
        Assert.Equal(["1 Rejected a ARTICLE_DELETED"], await SendAsync((1, "a", "storm")));

        var restored = await Client.BatchIngestArticlesAsync(
            new BatchIngestArticlesRequest { Articles = { Text("a", "storm"), Text("c", "storm") }, Restore = true });
        Assert.Equal([Outcome.New, Outcome.New], restored.Outcomes.Select(outcome => outcome.Status));
        await service.SeesAsync(2);
        Assert.Equal(["1 Unchanged a", "2 Rejected b ARTICLE_DELETED"], await SendAsync((1, "a", "storm"), (2, "b", "storm")));
    }

    /// <summary>
    /// The samples hold articles of every format, in several languages, with dates of every precision and origin. Those whose own text does
    /// not tell their language are left out: an archive may know it from its other articles.
    /// </summary>
    [Fact]
    public async Task An_article_is_the_same_whether_it_comes_from_an_archive_or_over_gRPC()
    {
        var records = folder.File("records.jsonl");
        await CapturedConsole.RunAsync(() => global::Indexer.IndexerProgram.RunAsync(
            ["extract", Path.Combine(Repository.Root, "samples"), "--output", records], TimeProvider.System));
        var lines = (await File.ReadAllLinesAsync(records))
            .Where(line => line.Contains("\"language\":", StringComparison.Ordinal)).ToList();
        Assert.InRange(lines.Count, 40, 61);
        await File.WriteAllLinesAsync(records, lines);
        var articles = lines.ConvertAll(line => Input(JsonDocument.Parse(line).RootElement));
        var reply = await Client.BatchIngestArticlesAsync(new BatchIngestArticlesRequest { Articles = { articles } });
        Assert.All(reply.Outcomes, outcome => Assert.True(outcome.Status == Outcome.New, outcome.ToString()));

        await IndexerInProcess.RunAsync("index", records, "--index", folder.File("archive"), "--json");
        await service.SeesAsync(articles.Count);
        await using var ours = NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = service.Index }, TimeProvider.System);
        await using var theirs =
            NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = folder.File("archive") }, TimeProvider.System);
        var (here, there) = (await ours.DescribeAsync(default), await theirs.DescribeAsync(default));
        foreach (var outcome in reply.Outcomes)
        {
            var (one, other) = (await ours.FindAsync(outcome.Id, default), await theirs.FindAsync(outcome.Id, default));
            Assert.Equal(RecordOf(other!), RecordOf(one!));
            Assert.Equal(other!.Article.Mentions, one!.Article.Mentions);
            Assert.Equal(other.CopyGroup, one.CopyGroup);
        }

        Assert.Equal((there.Generation, there.Recogniser), (here.Generation, here.Recogniser));

        static string RecordOf(NewsIndex.Results.StoredArticle stored) => Encoding.UTF8.GetString(ArticleRecord.ToJson(stored.Article));
    }

    [Fact]
    public async Task While_the_indexer_writes_a_stream_waits_and_other_calls_are_refused()
    {
        Task<List<string>> stream;
        await using (NewsIndexServices.OpenWriter(await NamedAsync(), TimeProvider.System))
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
        var archive = folder.File("archive.jsonl");
        await File.WriteAllLinesAsync(
            archive, Enumerable.Range(0, 300).Select(i => $$"""{"id":"archive/{{i}}","headline":"storm {{i}}","language":"en"}"""));
        using var over = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var feed = FeedAsync(begun, () => over.IsCancellationRequested);
        await begun.Task;

        using var indexer = IndexerProcess.Start("index", archive, "--index", service.Index);
        var output = Task.WhenAll(indexer.StandardError.ReadToEndAsync(), indexer.StandardOutput.ReadToEndAsync());
        await indexer.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        var fedBeside = !feed.IsCompleted;
        await over.CancelAsync();
        var fed = await feed;

        Assert.True(indexer.ExitCode == 0, string.Concat(await output));
        Assert.True(fedBeside, "the feed ended early");
        await service.SeesAsync(300 + fed);
        Assert.Empty(NewsIndexServices.Verify(new NewsIndexOptions { Directory = service.Index }));
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
        await service.WriteAsync(new NewsIndex.Articles.Article { Id = "a", Headline = "storm" });
        var refusal = await Assert.ThrowsAsync<RpcException>(() => SendAsync((1, "b", "storm")));
        Assert.Equal((StatusCode.FailedPrecondition, "INGEST_IMPOSSIBLE"), (refusal.StatusCode, ReasonOf(refusal)));
    }

    [Fact]
    public async Task A_service_that_is_not_set_to_write_says_so()
    {
        await using var reading = new RunningService();
        await reading.InitializeAsync();
        var client = new IngestService.IngestServiceClient(reading.Channel);
        var refusals = new[]
        {
            await Assert.ThrowsAsync<RpcException>(() => SendAsync(client, (1, "a", "storm"))),
            await Assert.ThrowsAsync<RpcException>(() => client.BatchIngestArticlesAsync(new BatchIngestArticlesRequest()).ResponseAsync),
            await Assert.ThrowsAsync<RpcException>(() => client.DeleteArticlesAsync(new DeleteArticlesRequest()).ResponseAsync),
        };
        Assert.All(
            refusals,
            refusal => Assert.Equal((StatusCode.FailedPrecondition, "INGEST_OFF"), (refusal.StatusCode, ReasonOf(refusal))));
        Assert.False(Directory.Exists(reading.Index));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_list_has_1_to_1000_items(int count)
    {
        var articles = new BatchIngestArticlesRequest { Articles = { Enumerable.Repeat(Text("a", "x"), count) } };
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Client.BatchIngestArticlesAsync(articles).ResponseAsync);
        Assert.Equal("FIELD_OUT_OF_RANGE", ReasonOf(refusal));
        var ids = new DeleteArticlesRequest { Ids = { Enumerable.Repeat("a", count) } };
        refusal = await Assert.ThrowsAsync<RpcException>(() => Client.DeleteArticlesAsync(ids).ResponseAsync);
        Assert.Equal("FIELD_OUT_OF_RANGE", ReasonOf(refusal));
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
        await service.SeesAsync(2000);
    }

    [Fact]
    public async Task Every_change_leaves_a_line_in_the_audit_log()
    {
        await SendAsync((1, "a", "storm"), (2, "a", "storm again"), (3, "a", "storm again"));
        await DeleteAsync("a", "x");
        var lines = service.Log.Entries.Select(entry => entry.Line).Where(line => line.Contains("article a ", StringComparison.Ordinal));
        Assert.Equal(
            ["DeleteArticles deleted", "IngestArticles new", "IngestArticles updated"],
            lines.Select(line => $"{line.Split(" by ")[0].Split('/')[^1]} {line.Split("article a ")[1].Split(' ')[0]}").Order());
    }

    [Fact]
    public async Task Articles_are_written_and_deleted_over_REST()
    {
        using var written = await service.Http.PostAsJsonAsync(
            "v1/articles:ingest",
            new { articles = new[] { new { id = "a", headline = "storm", published = new { value = "1987-10", provenance = "URL" } } } });
        var outcome = (await written.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcomes")[0];
        Assert.Equal(("STATUS_NEW", "a"), (outcome.GetProperty("status").GetString(), outcome.GetProperty("id").GetString()));
        await service.SeesAsync(1);
        var article = await service.Http.GetFromJsonAsync<JsonElement>("v1/articles/a");
        Assert.Equal("1987-10", article.GetProperty("published").GetProperty("value").GetString());
        using var deleted = await service.Http.PostAsJsonAsync("v1/articles:delete", new { ids = new[] { "a" } });
        Assert.Equal("STATUS_DELETED", (await deleted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcomes")[0]
            .GetProperty("status").GetString());
        await service.SeesAsync(0);
    }

    /// <summary>What the format of records says, in the message.</summary>
    private static ArticleInput Input(JsonElement record)
    {
        var article = ArticleRecord.Read(record);
        var input = new ArticleInput
        {
            Id = article.Id,
            Headline = article.Headline,
            Body = article.Body,
            Source = article.Source ?? "",
            Url = article.Url ?? "",
            Language = article.Language ?? "",
            Section = article.Section ?? "",
            Authors = { article.Authors },
            Tags = { article.Tags },
            Entities =
            {
                article.Entities.Select(entity => new EntityInput
                {
                    Name = entity.Name, Type = Enum.Parse<V1.EntityType>(entity.Type.ToString()),
                }),
            },
        };
        if (article.Published.Provenance != DateProvenance.None)
        {
            input.Published = new DateInput
            {
                Value = article.Published.Date?.ToString() ?? "",
                TimeOfDay = article.Published.TimeOfDayText ?? "",
                Provenance = Provenance(article.Published.Provenance),
                Conflicts =
                {
                    article.Published.Conflicts.Select(conflict => new ConflictInput
                    {
                        Value = conflict.Date.ToString(), Provenance = Provenance(conflict.Provenance),
                    }),
                },
            };
        }

        return input;
    }

    private static V1.PublishedDate.Types.Provenance Provenance(DateProvenance provenance) =>
        Enum.Parse<V1.PublishedDate.Types.Provenance>(provenance.ToString());

    private static ArticleInput Text(string id, string body) => new() { Id = id, Body = body, Language = "en" };

    private static string ReasonOf(RpcException refusal) => refusal.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "";

    private Task<List<string>> SendAsync(params (long Sequence, string Id, string Body)[] articles) => SendAsync(Client, articles);

    private static async Task<List<string>> SendAsync(
        IngestService.IngestServiceClient client, params (long Sequence, string Id, string Body)[] articles)
    {
        using var call = client.IngestArticles();
        var outcomes = new List<string>();
        var reading = Task.Run(async () =>
        {
            while (await call.ResponseStream.MoveNext(default))
            {
                var (sequence, outcome) = (call.ResponseStream.Current.Sequence, call.ResponseStream.Current.Outcome);
                outcomes.Add($"{sequence} {outcome.Status} {outcome.Id} {outcome.Reason}".TrimEnd());
            }
        });
        try
        {
            foreach (var (sequence, id, body) in articles)
                await call.RequestStream.WriteAsync(new IngestArticlesRequest { Sequence = sequence, Article = Text(id, body) });
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // The responses end with the reason.
        }

        await reading;
        return outcomes;
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

    private async Task<List<string>> DeleteAsync(params string[] ids) =>
        [.. (await Client.DeleteArticlesAsync(new DeleteArticlesRequest { Ids = { ids } })).Outcomes
            .Select(outcome => $"{outcome.Id} {outcome.Status}")];

    /// <summary>Options that continue the index of the service.</summary>
    private async Task<NewsIndexOptions> NamedAsync()
    {
        await SendAsync((0, "options", "storm"));
        await using var searcher = NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = service.Index }, TimeProvider.System);
        var options = new NewsIndexOptions
        {
            Directory = service.Index,
            Intake = { Recogniser = (await searcher.DescribeAsync(default)).Recogniser },
        };
        await Task.Delay(TimeSpan.FromSeconds(1));
        return options;
    }
}
