using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsSearch.Tests.Ingest;
using NewsSearch.V1;
using Outcome = NewsSearch.V1.IngestOutcome.Types.Status;

namespace NewsSearch.Tests.Service;

/// <summary>Articles that are written and deleted over real gRPC.</summary>
public sealed class IngestTests : IngestingService
{
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

    [Fact]
    public async Task An_acknowledged_article_is_found_within_a_second_of_its_commit()
    {
        await SendAsync((1, "first", "storm"));
        await Service.SeesAsync(1);
        await Task.Delay(500);
        await SendAsync((2, "second", "storm"));
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await new V1.SearchService.SearchServiceClient(Service.Channel)
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
        await Service.SeesAsync(0);
        Assert.Equal(["1 Rejected a ARTICLE_DELETED"], await SendAsync((1, "a", "storm")));

        var restored = await Client.BatchIngestArticlesAsync(
            new BatchIngestArticlesRequest { Articles = { Text("a", "storm"), Text("c", "storm") }, Restore = true });
        Assert.Equal([Outcome.New, Outcome.New], restored.Outcomes.Select(outcome => outcome.Status));
        await Service.SeesAsync(2);
        Assert.Equal(["1 Unchanged a", "2 Rejected b ARTICLE_DELETED"], await SendAsync((1, "a", "storm"), (2, "b", "storm")));
    }

    /// <summary>
    /// The samples hold articles of every format, in several languages, with dates of every precision and origin. Those whose own text does
    /// not tell their language are left out: an archive may know it from its other articles.
    /// </summary>
    [Fact]
    public async Task An_article_is_the_same_whether_it_comes_from_an_archive_or_over_gRPC()
    {
        var records = Folder.File("records.jsonl");
        await CapturedConsole.RunAsync(() => global::Indexer.IndexerProgram.RunAsync(
            ["extract", Path.Combine(Repository.Root, "samples"), "--output", records], TimeProvider.System));
        var lines = (await File.ReadAllLinesAsync(records))
            .Where(line => line.Contains("\"language\":", StringComparison.Ordinal)).ToList();
        Assert.InRange(lines.Count, 40, 61);
        await File.WriteAllLinesAsync(records, lines);
        var articles = lines.ConvertAll(line => ArticleInputs.Of(JsonDocument.Parse(line).RootElement));
        var reply = await Client.BatchIngestArticlesAsync(new BatchIngestArticlesRequest { Articles = { articles } });
        Assert.All(reply.Outcomes, outcome => Assert.True(outcome.Status == Outcome.New, outcome.ToString()));

        await IndexerInProcess.RunAsync("index", records, "--index", Folder.File("archive"), "--json");
        await Service.SeesAsync(articles.Count);
        await using var ours = NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = Service.Index }, TimeProvider.System);
        await using var theirs =
            NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = Folder.File("archive") }, TimeProvider.System);
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
    public async Task Every_change_leaves_a_line_in_the_audit_log()
    {
        await SendAsync((1, "a", "storm"), (2, "a", "storm again"), (3, "a", "storm again"));
        await DeleteAsync("a", "x");
        var lines = Service.Log.Entries.Select(entry => entry.Line).Where(line => line.Contains("article a ", StringComparison.Ordinal));
        Assert.Equal(
            ["DeleteArticles deleted", "IngestArticles new", "IngestArticles updated"],
            lines.Select(line => $"{line.Split(" by ")[0].Split('/')[^1]} {line.Split("article a ")[1].Split(' ')[0]}").Order());
    }

    [Fact]
    public async Task Articles_are_written_and_deleted_over_REST()
    {
        using var written = await Service.Http.PostAsJsonAsync(
            "v1/articles:ingest",
            new { articles = new[] { new { id = "a", headline = "storm", published = new { value = "1987-10", provenance = "URL" } } } });
        var outcome = (await written.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcomes")[0];
        Assert.Equal(("STATUS_NEW", "a"), (outcome.GetProperty("status").GetString(), outcome.GetProperty("id").GetString()));
        await Service.SeesAsync(1);
        var article = await Service.Http.GetFromJsonAsync<JsonElement>("v1/articles/a");
        Assert.Equal("1987-10", article.GetProperty("published").GetProperty("value").GetString());
        using var deleted = await Service.Http.PostAsJsonAsync("v1/articles:delete", new { ids = new[] { "a" } });
        Assert.Equal("STATUS_DELETED", (await deleted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcomes")[0]
            .GetProperty("status").GetString());
        await Service.SeesAsync(0);
    }
}
