using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using NewsSearch.V1;
using SearchService.Access;
using static NewsSearch.Tests.Service.Access.GuardedService;
using Entity = NewsSearch.V1.Entity;

namespace NewsSearch.Tests.Service.Access;

/// <summary>Callers of every kind before a service that asks who they are.</summary>
public sealed class AccessTests(GuardedService guarded) : IClassFixture<GuardedService>
{
    /// <summary>Credentials, and what a search gets with them over gRPC and over REST.</summary>
    public static TheoryData<string, StatusCode, int, string> Credentials => new()
    {
        { "none", StatusCode.Unauthenticated, 401, "NOT_SIGNED_IN" },
        { "another scheme", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
        { "a made-up key", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
        { "the id of a key with another secret", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
        { "an expired key", StatusCode.Unauthenticated, 401, "CREDENTIALS_EXPIRED" },
        { "a key without the scope", StatusCode.PermissionDenied, 403, "SCOPE_MISSING" },
        { "a key", StatusCode.OK, 200, "" },
        { "no token", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
        { "a token", StatusCode.OK, 200, "" },
        { "a token without the scope", StatusCode.PermissionDenied, 403, "SCOPE_MISSING" },
        { "a token with the scope of another service", StatusCode.PermissionDenied, 403, "SCOPE_MISSING" },
        { "an expired token", StatusCode.Unauthenticated, 401, "CREDENTIALS_EXPIRED" },
        { "a token that never ends", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
        { "a token of another issuer", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
        { "a token for another audience", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
        { "a token signed by somebody else", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
        { "a token signed with a shared secret", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
        { "a token that is not signed", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
        { "a token with changed claims", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
        { "a token that names nobody", StatusCode.Unauthenticated, 401, "BAD_CREDENTIALS" },
    };

    /// <summary>Otherwise one could take the ids of another, or learn what they made.</summary>
    [Fact]
    public async Task A_request_id_belongs_to_its_caller()
    {
        var request = new CreateAlertRequest { Query = "storm", RequestId = "1" };
        var (reader, herald) = (Alerts("reader"), Alerts("herald"));
        var made = await reader.CreateAlertAsync(request);
        var other = await herald.CreateAlertAsync(request);
        Assert.NotEqual((made.Id, made.Owner), (other.Id, other.Owner));
        Assert.Equal((made, other), (await reader.CreateAlertAsync(request), await herald.CreateAlertAsync(request)));

        AlertService.AlertServiceClient Alerts(string key) => new(guarded.Invoker(guarded.Bearer(key)));
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task A_search_is_answered_or_refused_with_a_reason(string kind, StatusCode code, int http, string reason)
    {
        var header = guarded.HeaderOf(kind);
        var (status, info) = await TryAsync(() => guarded.Client(header).SearchAsync(new SearchRequest { Query = "storm" }).ResponseAsync);
        Assert.Equal((code, reason), (status, info));
        using var content = JsonContent.Create(new { query = "storm" });
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/articles:search") { Content = content };
        if (header is not null)
            request.Headers.TryAddWithoutValidation("Authorization", header);
        using var reply = await guarded.Running.Http.SendAsync(request);
        Assert.Equal(http, (int)reply.StatusCode);
        if (reason.Length > 0)
        {
            var details = JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.GetProperty("details")[0];
            Assert.Equal(reason, details.GetProperty("reason").GetString());
        }

        Assert.Equal(http == 401, reply.Headers.WwwAuthenticate.Count > 0);
    }

    [Theory]
    [InlineData("healthz", null, 200)]
    [InlineData("readyz", null, 200)]
    [InlineData("", null, 200)]
    [InlineData("search.js", null, 200)]
    [InlineData("metrics", null, 401)]
    [InlineData("metrics", "reader", 403)]
    [InlineData("metrics", "scraper", 200)]
    [InlineData("v1/index", "scraper", 403)]
    [InlineData("v1/corrections", "reader", 403)]
    [InlineData("v1/corrections", "desk", 200)]
    [InlineData("v1/index/generations", "desk", 403)]
    [InlineData("v1/index/generations", "keeper", 200)]
    [InlineData("v1/nothing", null, 404)]
    public async Task Each_path_needs_its_scope(string path, string? key, int status)
    {
        using var reply = await guarded.Get(path, key is null ? null : guarded.Keys[key]);
        Assert.Equal(status, (int)reply.StatusCode);
    }

    [Fact]
    public async Task Every_RPC_refuses_a_stranger_before_it_reads_the_request()
    {
        var raw = Marshallers.Create(sent => sent, received => received);
        foreach (var rpc in RpcAccessTests.Names)
        {
            var method = new Method<byte[], byte[]>(MethodType.Unary, rpc.Split('/')[0], rpc.Split('/')[1], raw, raw);
            var (code, reason) = await TryAsync(() =>
                guarded.Running.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, [0xFF]).ResponseAsync);
            Assert.Equal((StatusCode.Unauthenticated, "NOT_SIGNED_IN"), (code, reason));
        }

        var health = await new Health.HealthClient(guarded.Running.Channel).CheckAsync(new HealthCheckRequest());
        Assert.NotEqual(HealthCheckResponse.Types.ServingStatus.ServiceUnknown, health.Status);
    }

    [Fact]
    public async Task A_key_of_some_sources_sees_those_alone()
    {
        var herald = guarded.Bearer("herald");
        var found = await guarded.Client(herald).SearchAsync(new SearchRequest { Query = "storm" });
        Assert.Equal(("1", 1), (Assert.Single(found.Hits).Article.Id, found.Total.Value));
        var all = await guarded.Client(guarded.Bearer("reader")).SearchAsync(new SearchRequest { Query = "storm" });
        Assert.Equal(2, all.Total.Value);

        var articles = new ArticleService.ArticleServiceClient(guarded.Invoker(herald));
        Assert.Equal("ARTICLE_NOT_FOUND",
            (await TryAsync(() => articles.GetArticleAsync(new GetArticleRequest { Id = "2" }).ResponseAsync)).Reason);
        var entities = new EntityService.EntityServiceClient(guarded.Invoker(herald));
        Assert.Empty((await entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "Ann Poe" })).Entities);
        Assert.NotEmpty((await entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "Jane Roe" })).Entities);
        var counted = await guarded.Client(herald).AggregateAsync(new AggregateRequest { Query = "storm", Facets = { "source" } });
        Assert.Equal("Herald", Assert.Single(Assert.Single(counted.Facets).Values).Id, ignoreCase: true);
        using var export = guarded.Client(herald).Export(new ExportRequest { Query = "*" });
        Assert.True(await export.ResponseStream.MoveNext(CancellationToken.None));
        Assert.False(await export.ResponseStream.MoveNext(CancellationToken.None));
        var index = new IndexService.IndexServiceClient(guarded.Invoker(herald));
        Assert.Equal(1, (await index.GetIndexInfoAsync(new GetIndexInfoRequest())).Articles);
    }

    [Fact]
    public async Task A_token_of_some_sources_sees_those_alone_and_corrects_nothing()
    {
        var token = guarded.Token(scope: "newssearch:search newssearch:correct", sources: ["Herald"]);
        Assert.Equal(1, (await guarded.Client(token).SearchAsync(new SearchRequest { Query = "storm" })).Total.Value);
        var corrections = new EntityService.EntityServiceClient(guarded.Invoker(token));
        Assert.Equal("SCOPE_MISSING",
            (await TryAsync(() => corrections.ListCorrectionsAsync(new ListCorrectionsRequest()).ResponseAsync)).Reason);
    }

    [Fact]
    public async Task A_correction_is_by_who_signed_in()
    {
        var desk = new EntityService.EntityServiceClient(guarded.Invoker(guarded.Bearer("desk")));
        var jane = new Entity { Id = "person:jane roe", Type = EntityType.Person };
        var request = new RenameEntityRequest { Entity = jane, Name = "Jane D. Roe" };
        Assert.Equal("desk", (await desk.RenameEntityAsync(request)).Who);
        request.Who = "somebody else";
        Assert.Equal("FIELD_OUT_OF_RANGE", (await TryAsync(() => desk.RenameEntityAsync(request).ResponseAsync)).Reason);
        var reader = new EntityService.EntityServiceClient(guarded.Invoker(guarded.Bearer("reader")));
        Assert.Equal("SCOPE_MISSING", (await TryAsync(() => reader.RenameEntityAsync(request).ResponseAsync)).Reason);
        var byToken = new EntityService.EntityServiceClient(guarded.Invoker(guarded.Token(scope: "newssearch:correct")));
        request.Who = "";
        request.Name = "Jane Roe";
        Assert.Equal("alice", (await byToken.RenameEntityAsync(request)).Who);
        var keeper = new IndexService.IndexServiceClient(guarded.Invoker(guarded.Bearer("keeper")));
        var pin = await keeper.PinGenerationAsync(new PinGenerationRequest());
        Assert.Equal("keeper", pin.By);
    }

    [Fact]
    public async Task A_key_has_a_rate_and_others_are_not_held_up_by_it()
    {
        var slow = guarded.Client(guarded.Bearer("slow"));
        var outcomes = new List<(StatusCode Code, string Reason)>();
        for (var i = 0; i < 10; i++)
            outcomes.Add(await TryAsync(() => slow.SearchAsync(new SearchRequest { Query = "storm" }).ResponseAsync));
        Assert.Contains((StatusCode.OK, ""), outcomes);
        Assert.Contains((StatusCode.ResourceExhausted, "RATE_LIMITED"), outcomes);
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var i = 0; i < 20; i++)
                await slow.SearchAsync(new SearchRequest { Query = "storm" });
        });
        Assert.NotNull(refused.GetRpcStatus()!.GetDetail<RetryInfo>());
        Assert.Equal(2, (await guarded.Client(guarded.Bearer("reader")).SearchAsync(new SearchRequest { Query = "storm" })).Total.Value);
    }

    [Fact]
    public async Task A_key_has_a_number_of_calls_at_once_and_a_stream_is_one_for_as_long_as_it_lasts()
    {
        var single = guarded.Client(guarded.Bearer("single"));
        using (var stream = single.Export(new ExportRequest { Query = "storm" }))
        {
            Assert.True(await stream.ResponseStream.MoveNext(CancellationToken.None));
            Assert.True(await stream.ResponseStream.MoveNext(CancellationToken.None));
            Assert.False(await stream.ResponseStream.MoveNext(CancellationToken.None));
        }

        await Eventually.TrueAsync(async () =>
            (await TryAsync(() => single.SearchAsync(new SearchRequest { Query = "storm" }).ResponseAsync)).Code == StatusCode.OK);
        var limits = guarded.Running.Service<CallLimits>();
        var caller = new Caller("single", "key single", GrantedScopes.All) { ConcurrentCalls = 1 };
        using (limits.Enter(caller))
            Assert.Equal("TOO_MANY_CALLS", (await TryAsync(() => single.SearchAsync(new SearchRequest()).ResponseAsync)).Reason);
        Assert.Equal(StatusCode.OK, (await TryAsync(() => single.SearchAsync(new SearchRequest()).ResponseAsync)).Code);
    }

    [Fact]
    public async Task What_a_caller_sends_makes_no_line_of_its_own_in_the_log_and_no_secret_is_logged()
    {
        using var reply = await guarded.Get("v1/articles/x%0A2026-01-01%20crit%3A%20all%20is%20lost%1B%5B31m", null);
        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
        await TryAsync(() => guarded.Client(guarded.Bearer("desk")).SearchAsync(new SearchRequest { Query = "storm" }).ResponseAsync);
        await TryAsync(() => guarded.Client(guarded.HeaderOf("a made-up key")).SearchAsync(new SearchRequest()).ResponseAsync);
        Assert.Contains(guarded.Running.Log.Entries, entry => entry.Line.Contains("was refused: NOT_SIGNED_IN", StringComparison.Ordinal));
        var lines = guarded.Running.Log.Entries.Where(entry => entry.Line.StartsWith("SearchService.", StringComparison.Ordinal)).ToList();
        Assert.All(lines, entry => Assert.DoesNotContain(entry.Line, char.IsControl));
        Assert.All(guarded.Keys.Values.Append(guarded.HeaderOf("a made-up key")!["Bearer ".Length..]), secret =>
            Assert.DoesNotContain(
                guarded.Running.Log.Entries, entry => entry.Line.Contains(secret.Split('_', 3)[^1], StringComparison.Ordinal)));
    }
}
