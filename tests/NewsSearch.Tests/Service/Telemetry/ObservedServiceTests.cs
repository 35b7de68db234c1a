using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Grpc.Core;
using NewsSearch.V1;
using SearchService.Calls;
using SearchService.Telemetry;
using Article = NewsIndex.Articles.Article;
using Entity = NewsSearch.V1.Entity;
using NamedEntity = NewsIndex.Articles.NamedEntity;

namespace NewsSearch.Tests.Service.Telemetry;

/// <summary>What an operator sees of calls.</summary>
public sealed class ObservedServiceTests : IAsyncLifetime
{
    private readonly RunningService service = new(
        "--Logging:LogLevel:Default", "Information", "--Search:SlowSearchThreshold", "00:00:00.000001");

    private V1.SearchService.SearchServiceClient Search => new(service.Channel);

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await service.WriteAsync(new Article
        {
            Id = "1",
            Body = "Jane Roe saw a storm",
            Entities = [new NamedEntity("Jane Roe", NewsIndex.Articles.EntityType.Person)],
        });
        await service.SeesAsync(1);
    }

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Metrics_count_calls_by_status_and_searches_by_kind()
    {
        await Search.SearchAsync(new SearchRequest { Query = "\"a storm\"" });
        await Assert.ThrowsAsync<RpcException>(async () => await Search.SearchAsync(new SearchRequest { Query = "storm AND" }));
        await service.Http.PostAsJsonAsync("v1/articles:search", new { query = "storm AND" });
        await service.Http.PostAsJsonAsync("v1/articles:search", new { qery = "storm" });
        await service.Http.GetAsync("v1/articles/nothing");
        var metrics = await service.Http.GetStringAsync("metrics");
        Assert.Equal("1", ValueOf(metrics, "newssearch_call_duration_seconds_count", "newssearch.v1.SearchService/Search", "\"OK\""));
        Assert.Equal("3",
            ValueOf(metrics, "newssearch_call_duration_seconds_count", "newssearch.v1.SearchService/Search", "INVALID_ARGUMENT"));
        Assert.Equal("1", ValueOf(metrics, "newssearch_call_duration_seconds_count", "ArticleService/GetArticle", "NOT_FOUND"));
        Assert.Equal("1", ValueOf(metrics, "newssearch_search_duration_seconds_count", "phrase"));
        Assert.Contains("newssearch_index_generation_age_seconds ", metrics, StringComparison.Ordinal);
        Assert.Contains("newssearch_pins 0\n", metrics, StringComparison.Ordinal);
        Assert.Contains("newssearch_searches_expired_total 0\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_tell_how_often_the_cache_serves_to_Prometheus_and_to_OpenTelemetry()
    {
        var collected = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (ReferenceEquals(instrument.Meter, service.Service<ServiceMeter>().Meter))
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => collected[instrument.Name] = value);
        listener.Start();
        await Search.SearchAsync(new SearchRequest { Query = "storm" });
        var before = await HitsAsync();
        await Search.SearchAsync(new SearchRequest { Query = "saw" });
        Assert.True(await HitsAsync() > before);
        listener.RecordObservableInstruments();
        GC.Collect(0);
        var metrics = await service.Http.GetStringAsync("metrics");
        Assert.True(double.Parse(ValueOf(metrics, "newssearch_cache_block_misses_total"), CultureInfo.InvariantCulture) > 0);
        Assert.True(double.Parse(ValueOf(metrics, "newssearch_heap_committed_bytes"), CultureInfo.InvariantCulture) > 0);
        Assert.All(
            (string[])["0", "1", "2", "large", "pinned"],
            part => Assert.Contains($"newssearch_heap_bytes{{part=\"{part}\"}} ", metrics, StringComparison.Ordinal));
        Assert.Equal("0", ValueOf(metrics, "newssearch_cache_profile_bytes"));
        Assert.True(collected["newssearch.cache.block_hits"] > before);
        Assert.Equal((0.0, 0.0, 1.0), (collected["newssearch.cache.profile_bytes"], collected["newssearch.pins"],
            collected["newssearch.index_articles"]));
        Assert.InRange(collected["newssearch.index_generation_age_seconds"], 0, 3600);

        async Task<double> HitsAsync() => double.Parse(
            ValueOf(await service.Http.GetStringAsync("metrics"), "newssearch_cache_block_hits_total"), CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task What_changes_something_is_recorded_with_who_did_it_and_what_became_of_it_and_nothing_else_is()
    {
        var entities = new EntityService.EntityServiceClient(service.Channel);
        var jane = new Entity { Id = "person:jane roe", Type = EntityType.Person };
        await entities.RenameEntityAsync(new RenameEntityRequest { Entity = jane, Name = "J. Roe", Who = "desk\nfake line" });
        await Assert.ThrowsAsync<RpcException>(async () =>
            await entities.UndoCorrectionAsync(new UndoCorrectionRequest { Number = 9, Who = "desk" }));
        await new IndexService.IndexServiceClient(service.Channel).PinGenerationAsync(new PinGenerationRequest { By = "archive" });
        await Search.SearchAsync(new SearchRequest { Query = "storm" });
        List<string> lines = [.. service.Log.Entries.Select(entry => entry.Line)
            .Where(line => line.StartsWith(AuditLog.Category, StringComparison.Ordinal))];
        Assert.Equal(3, lines.Count);
        Assert.Matches(
            "^NewsSearch.Audit: /newssearch.v1.EntityService/RenameEntity by \"desk\\?fake line\" from ipv4:[^ ]+: OK correction 1$",
            lines[0]);
        Assert.Matches("UndoCorrection by \"desk\" from [^ ]+: NOT_FOUND correction 9$", lines[1]);
        Assert.Matches("PinGeneration by \"archive\" from [^ ]+: OK generation [0-9a-f-]+$", lines[2]);
    }

    [Fact]
    public async Task No_text_of_a_query_is_logged_or_traced_unless_that_is_asked()
    {
        var tags = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source =>
                source.Name.StartsWith("NewsSearch", StringComparison.Ordinal) || source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => tags.Enqueue(activity.DisplayName + string.Join(' ', activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);
        await Search.SearchAsync(new SearchRequest { Query = "zweihundertdrei" });
        await service.Http.GetAsync("v1/suggest?text=zweihundertdrei");
        await Eventually.TrueAsync(() => Task.FromResult(tags.Any(tag => tag.Contains("Suggest", StringComparison.Ordinal))));
        Assert.Contains(service.Log.Entries, entry => entry.Line.Contains("text not logged", StringComparison.Ordinal));
        Assert.DoesNotContain(service.Log.Entries, entry => entry.Line.Contains("zweihundertdrei", StringComparison.Ordinal));
        Assert.DoesNotContain(tags, tag => tag.Contains("zweihundertdrei", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reply_has_the_id_of_its_request_which_is_the_trace_of_its_caller()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/index");
        request.Headers.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");
        using var reply = await service.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, Trace), (reply.StatusCode, Assert.Single(reply.Headers.GetValues("x-request-id"))));
    }

    [Theory]
    [InlineData("--Search:LogFormat", "json")]
    [InlineData("--Search:OtlpEndpoint", "http://127.0.0.1:9")]
    public async Task A_service_with_another_form_of_log_or_a_collector_that_is_away_answers(string setting, string value)
    {
        await using var other = new RunningService(setting, value);
        await other.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, (await other.Http.GetAsync("healthz")).StatusCode);
    }

    /// <summary>The value of the sample whose line has all labels; empty when there is none.</summary>
    private static string ValueOf(string metrics, string name, params string[] labels) =>
        metrics.Split('\n').FirstOrDefault(line =>
            line.StartsWith(name, StringComparison.Ordinal) && labels.All(label => line.Contains(label, StringComparison.Ordinal)))
            ?.Split(' ')[^1] ?? "";
}
