using System.Net;
using System.Text;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service;

/// <summary>Requests that are none, over gRPC and over REST: what is wrong with them is said, and the log has no failure.</summary>
public sealed class MalformedRequestTests : IAsyncLifetime
{
    private readonly RunningService service = new("--Logging:LogLevel:Default", "Warning");

    private V1.SearchService.SearchServiceClient Search => new(service.Channel);

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await service.WriteAsync(new Article { Id = "1", Body = "storm at sea", Source = "Herald" });
        await service.SeesAsync(1);
    }

    public Task DisposeAsync() => service.DisposeAsync();

    public static TheoryData<string, byte[]> Malformed => new()
    {
        { "no protobuf", [0x0A, 0xFF, 0xFF, 0xFF, 0xFF] },
        { "a field that is cut off", [0x0A, 0x10, 0x61] },
        { "text that is not UTF-8", [0x0A, 0x02, 0xC3, 0x28] },
        { "half of a surrogate pair", [0x0A, 0x03, 0xED, 0xA0, 0xBD] },
        { "a tag of zero", [0x00] },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Bytes_that_are_no_message_are_an_invalid_argument_with_a_reason(string what, byte[] bytes)
    {
        foreach (var (method, type) in new[] { ("Search", MethodType.Unary), ("Export", MethodType.ServerStreaming) })
        {
            var failure = await Assert.ThrowsAsync<RpcException>(() => RawAsync("newssearch.v1.SearchService", method, type, bytes));
            Assert.Equal((StatusCode.InvalidArgument, "MALFORMED_REQUEST"), (failure.StatusCode, Info(failure).Reason));
        }

        Assert.Equal(1, (await Search.SearchAsync(new SearchRequest { Query = "storm" })).Total.Value);
        Assert.True(service.Log.Entries.All(entry => entry.Failure is null), what);
    }

    [Fact]
    public async Task Statuses_of_the_framework_have_reasons_too()
    {
        var tooLarge =
            await Assert.ThrowsAsync<RpcException>(async () =>
            await Search.SearchAsync(new SearchRequest { Query = new string('x', 5_000_000) }));
        Assert.Equal((StatusCode.ResourceExhausted, "REQUEST_TOO_LARGE"), (tooLarge.StatusCode, Info(tooLarge).Reason));
        foreach (var (owner, method) in new[] { ("newssearch.v1.SearchService", "Guess"), ("newssearch.v1.Guesses", "Search") })
        {
            var unknown = await Assert.ThrowsAsync<RpcException>(() => RawAsync(owner, method, MethodType.Unary, []));
            Assert.Equal((StatusCode.Unimplemented, "UNKNOWN_METHOD"), (unknown.StatusCode, Info(unknown).Reason));
        }

        Assert.All(service.Log.Entries, entry => Assert.Null(entry.Failure));
    }

    [Theory]
    [InlineData("POST", "v1/articles:search", """{"published":{"undated":"MAYBE"}}""", 400, "BAD_JSON", "published.undated")]
    [InlineData("POST", "v1/articles:search", """{"syntax":7}""", 400, "BAD_JSON", "syntax")]
    [InlineData("POST", "v1/articles:search", """{"pageSize":"ten"}""", 400, "BAD_JSON", "pageSize")]
    [InlineData("POST", "v1/articles:search", """{"pageSize":1.5}""", 400, "BAD_JSON", "pageSize")]
    [InlineData("POST", "v1/articles:search", """{"pageSize":3000000000}""", 400, "BAD_JSON", "pageSize")]
    [InlineData("POST", "v1/articles:search", """{"query":5}""", 400, "BAD_JSON", "query")]
    [InlineData("POST", "v1/articles:search", """{"query":"\ud800"}""", 400, "BAD_JSON", "query")]
    [InlineData("POST", "v1/articles:search", """{"sources":"Herald"}""", 400, "BAD_JSON", "sources")]
    [InlineData("POST", "v1/articles:search", """{"sources":["Herald",{}]}""", 400, "BAD_JSON", "sources[1]")]
    [InlineData("POST", "v1/articles:search", """{"entities":[{"name":"Jane Roe","type":"SAINT"}]}""", 400, "BAD_JSON", "entities[0].type")]
    [InlineData("POST", "v1/articles:search", """{"forgiving":"yes"}""", 400, "BAD_JSON", "forgiving")]
    [InlineData("POST", "v1/articles:search", """{"recency":{"halfLifeDays":"soon"}}""", 400, "BAD_JSON", "recency.halfLifeDays")]
    [InlineData("POST", "v1/articles:export", """{"limit":"many"}""", 400, "BAD_JSON", "limit")]
    [InlineData("POST", "v1/articles:search?pageSize=3", """{"query":"storm"}""", 400, "UNKNOWN_FIELD", "pageSize")]
    [InlineData("GET", "v1/suggest?text=st&limitt=3", "", 400, "UNKNOWN_FIELD", "limitt")]
    [InlineData("GET", "v1/suggest?text=st&limit=three", "", 400, "BAD_JSON", "limit")]
    [InlineData("GET", "v1/suggest?text=st&limit=1&limit=2", "", 400, "FIELD_OUT_OF_RANGE", "limit")]
    [InlineData("GET", "v1/articles/1?body=false", "", 400, "UNKNOWN_FIELD", "body")]
    [InlineData("GET", "v1/articles/1:similar?pagesize=3", "", 400, "UNKNOWN_FIELD", "pagesize")]
    [InlineData("GET", "v1/entities:search?name=roe&type=SAINT", "", 400, "BAD_JSON", "type")]
    [InlineData("GET", "v1/index?verbose=1", "", 400, "UNKNOWN_FIELD", "verbose")]
    [InlineData("GET", "v1/articles:search?query=storm&publshed.from=1987", "", 400, "UNKNOWN_FIELD", "publshed.from")]
    [InlineData("GET", "v1/articles:search?published.form=1987", "", 400, "UNKNOWN_FIELD", "published.form")]
    [InlineData("GET", "v1/articles/1:copies?page=2", "", 400, "UNKNOWN_FIELD", "page")]
    [InlineData("GET", "v1/entities/Q1/quotations?pageSize=ten", "", 400, "BAD_JSON", "pageSize")]
    [InlineData("POST", "v1/alerts", """{"nmae":"storms"}""", 400, "UNKNOWN_FIELD", "nmae")]
    [InlineData("POST", "v1/alerts:watch", """{"once":"yes"}""", 400, "BAD_JSON", "once")]
    [InlineData("GET", "v1/alerts?pagesize=3", "", 400, "UNKNOWN_FIELD", "pagesize")]
    [InlineData("POST", "v1/snapshots", """{"name":7}""", 400, "BAD_JSON", "name")]
    [InlineData("GET", "v1/snapshots?pageSize=five", "", 400, "BAD_JSON", "pageSize")]
    [InlineData("POST", "v1/articles:ingest", """{"articles":[{"headlin":"x"}]}""", 400, "UNKNOWN_FIELD", "articles[0].headlin")]
    [InlineData("POST", "v1/articles:delete", """{"ids":"a"}""", 400, "BAD_JSON", "ids")]
    [InlineData("POST", "v1/corrections/first:undo", """{"who":"desk"}""", 400, "BAD_JSON", "number")]
    public async Task What_REST_cannot_read_is_named(string method, string path, string body, int status, string reason, string field)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body.Length > 0)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        var info = await RestErrorAsync(request, status);
        Assert.Equal((reason, field),
            (info.GetProperty("reason").GetString(), info.GetProperty("metadata").GetProperty("field").GetString()));
        Assert.All(service.Log.Entries, entry => Assert.Null(entry.Failure));
    }

    [Theory]
    [InlineData("v1/articles:search?publshed.from=1987", "publshed.from is not a field; ", "; did you mean published.from?")]
    [InlineData("v1/articles:search?published.form=1987", "; expected one of from, to, undated; did you mean published.from?")]
    [InlineData("v1/suggest?text=st&limitt=3", "; did you mean limit?")]
    [InlineData("v1/articles/1:similar?pagesize=3", "; did you mean pageSize?")]
    [InlineData("v1/index?verbose=1", "verbose is not a field; expected no field")]
    public async Task A_mistyped_parameter_gets_the_one_that_was_meant(string path, params string[] parts)
    {
        using var reply = await service.Http.GetAsync(path);
        var error = await reply.Content.ReadAsStringAsync();
        using var json = System.Text.Json.JsonDocument.Parse(error);
        var message = json.RootElement.GetProperty("message").GetString()!;
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.Contains("fieldViolations", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1/articles:search", """{"query":5}""", "text in quotation marks")]
    [InlineData("v1/articles:aggregate", """{"timeline":{"interval":"year"}}""", "text in quotation marks")]
    [InlineData("v1/articles:aggregate", """{"timeline":["year"]}""", "text in quotation marks")]
    [InlineData("v1/articles:aggregate", """{"timeline":"\ud800"}""", "text in valid Unicode")]
    [InlineData("v1/articles:aggregate", """{"facets":"source"}""", "a list")]
    public async Task A_value_of_another_type_is_refused_with_the_type_that_was_expected(string path, string body, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        var info = await RestErrorAsync(request, 400);
        Assert.Equal(expected, info.GetProperty("metadata").GetProperty("expected").GetString());
    }

    [Fact]
    public async Task What_is_no_JSON_or_too_large_has_a_status_of_its_own()
    {
        using var text =
            new HttpRequestMessage(HttpMethod.Post,
            "v1/articles:search")
            { Content = new StringContent("{}", Encoding.UTF8, "text/plain") };
        Assert.Equal("BAD_CONTENT_TYPE", (await RestErrorAsync(text, 415)).GetProperty("reason").GetString());
        using var large =
            new HttpRequestMessage(HttpMethod.Post,
            "v1/articles:search")
            {
                Content =
            new StringContent($"{{\"query\":\"{new string('x', 5_000_000)}\"}}", Encoding.UTF8, "application/json")
            };
        Assert.Equal("REQUEST_TOO_LARGE", (await RestErrorAsync(large, 413)).GetProperty("reason").GetString());
        using var chunked =
            new HttpRequestMessage(HttpMethod.Post,
            "v1/articles:search")
            {
                Content =
            new StringContent($"{{\"query\":\"{new string('x', 5_000_000)}\"}}", Encoding.UTF8, "application/json")
            };
        chunked.Headers.TransferEncodingChunked = true;
        Assert.Equal("REQUEST_TOO_LARGE", (await RestErrorAsync(chunked, 413)).GetProperty("reason").GetString());
    }

    private static ErrorInfo Info(RpcException failure) => failure.GetRpcStatus()!.GetDetail<ErrorInfo>()!;

    private async Task RawAsync(string owner, string name, MethodType type, byte[] bytes)
    {
        var raw = Marshallers.Create(sent => sent, received => received);
        var method = new Method<byte[], byte[]>(type, owner, name, raw, raw);
        if (type == MethodType.Unary)
            await service.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, bytes);
        else
            await service.Channel.CreateCallInvoker()
                .AsyncServerStreamingCall(method, null, default, bytes).ResponseStream.MoveNext(CancellationToken.None);
    }

    private async Task<JsonElement> RestErrorAsync(HttpRequestMessage request, int status)
    {
        using var reply = await service.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode)status, reply.StatusCode);
        return JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.GetProperty("details")[0];
    }
}
