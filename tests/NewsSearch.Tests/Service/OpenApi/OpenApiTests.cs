using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsIndex.Articles;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service.OpenApi;

/// <summary>The description of the REST face is that of the service which serves it.</summary>
public sealed class OpenApiTests : IAsyncLifetime
{
    private static readonly string CheckedIn = Path.Combine(Repository.Root, "docs", "openapi.json");

    /// <summary>A request for each operation in the order of their execution: verb, path, body. {G} is the current generation.</summary>
    private static readonly (string Operation, string Path, string Body)[] Requests =
    [
        ("SearchService_Search", "/v1/articles:search", """{"query":"storm \"at sea\"","recency":{"halfLifeDays":30}}"""),
        ("SearchService_Search_2", "/v1/articles:search?query=storm&published.from=1987&sources=Herald&pageSize=2", ""),
        ("SearchService_Aggregate_2", "/v1/articles:aggregate?query=storm&facets=source&facets=person&timeline=year", ""),
        ("SearchService_Aggregate", "/v1/articles:aggregate",
            """{"query":"storm","facets":["source","person"],"timeline":"year","withTerms":true,"withOccurrences":true}"""),
        ("SearchService_Export", "/v1/articles:export", """{"query":"storm"}"""),
        ("SearchService_Concordance", "/v1/articles:concordance", """{"query":"storm"}"""),
        ("SearchService_BatchSearch", "/v1/articles:batchSearch", """{"requests":[{"query":"storm"},{"query":"storm AND"}]}"""),
        ("SearchService_ParseQuery", "/v1/query:parse", """{"query":"storm -flood"}"""),
        ("SearchService_ExplainArticle", "/v1/articles:explain", """{"search":{"query":"storm"},"id":"a/1"}"""),
        ("SearchService_Suggest", "/v1/suggest?text=stor&limit=3", ""),
        ("ArticleService_GetArticle", "/v1/articles/a/1", ""),
        ("ArticleService_ListRevisions", "/v1/articles/a%2F1:revisions", ""),
        ("ArticleService_FindMatches", "/v1/articles:matches", """{"id":"a/1","search":{"query":"storm"}}"""),
        ("ArticleService_FindMatches_2", "/v1/articles/a%2F1:matches?search.query=storm", ""),
        ("ArticleService_ListCopies", "/v1/articles/a%2F1:copies?pageSize=2", ""),
        ("ArticleService_FindSimilarArticles", "/v1/articles/a%2F1:similar?pageSize=2", ""),
        ("EntityService_GetEntity", "/v1/entities/person:zora%20quill", ""),
        ("EntityService_SearchEntities", "/v1/entities:search?name=quill&type=PERSON", ""),
        ("EntityService_ListMentions", "/v1/entities/person:zora%20quill/mentions?pageSize=1", ""),
        ("EntityService_ListQuotations", "/v1/entities/person:zora%20quill/quotations", ""),
        ("EntityService_ListCooccurrences", "/v1/entities/person:zora%20quill/cooccurrences", ""),
        ("EntityService_RenameEntity", "/v1/entities:rename", """{"entity":{"id":"person:zora quill"},"name":"Zora Q.","who":"desk"}"""),
        ("EntityService_MergeEntities", "/v1/entities:merge",
            """{"from":{"id":"person:zora quill"},"into":{"id":"person:abel stone"},"who":"desk"}"""),
        ("EntityService_UndoCorrection", "/v1/corrections/2:undo", """{"who":"desk"}"""),
        ("EntityService_SplitEntity", "/v1/entities:split",
            """{"from":{"id":"person:zora quill"},"newName":"Zora Other","articles":["a/1"],"who":"desk"}"""),
        ("EntityService_HideMention", "/v1/entities:hide", """{"entity":{"id":"person:abel stone"},"articleId":"a/2","who":"desk"}"""),
        ("EntityService_ListCorrections", "/v1/corrections", ""),
        ("AlertService_CreateAlert", "/v1/alerts", """{"name":"storms","query":"storm"}"""),
        ("AlertService_GetAlert", "/v1/alerts/1", ""),
        ("AlertService_ListAlerts", "/v1/alerts", ""),
        ("AlertService_WatchMatches", "/v1/alerts:watch", """{"once":true}"""),
        ("AlertService_DeleteAlert", "/v1/alerts/1", ""),
        ("IndexService_GetIndexInfo", "/v1/index", ""),
        ("IndexService_PinGeneration", "/v1/index/generations:pin", """{"by":"desk"}"""),
        ("IndexService_ListGenerations", "/v1/index/generations", ""),
        ("IndexService_UnpinGeneration", "/v1/index/generations:unpin", """{"generation":"{G}","by":"desk"}"""),
        ("IngestService_BatchIngestArticles", "/v1/articles:ingest",
            """{"articles":[{"id":"b/1","headline":"calm","published":{"value":"1987-10","provenance":"URL"}},{"id":"b/2"}]}"""),
        ("IngestService_DeleteArticles", "/v1/articles:delete", """{"ids":["b/1","nowhere"]}"""),
        ("AdminService_CreateSnapshot", "/v1/snapshots", """{"name":"nightly","note":"before the move"}"""),
        ("AdminService_ListSnapshots", "/v1/snapshots?pageSize=5", ""),
        ("AdminService_DeleteSnapshot", "/v1/snapshots/nightly", ""),
        ("AdminService_Verify", "/v1/index:verify", "{}"),
        ("AdminService_Reload", "/v1/index:reload", "{}"),
    ];

    private readonly TemporaryFolder folder = new();
    private readonly RunningService service;

    public OpenApiTests() => service = new RunningService(
        "--Search:SnapshotFolder", folder.File("snapshots"), "--Search:Ingest:Enabled", "true", "--Search:Ingest:Recogniser", "none");

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await service.WriteAsync(Storm("a/1"), Storm("a/2"), Storm("a/3"));
        await service.SeesAsync(3);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Set UPDATE_GOLDEN=1 to write the document anew.</summary>
    [Fact]
    public async Task The_document_that_is_served_is_the_one_in_docs()
    {
        var answer = await service.Http.GetAsync("openapi.json");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var served = await answer.Content.ReadAsStringAsync();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(CheckedIn, served);
        Assert.Equal(await File.ReadAllTextAsync(CheckedIn), served);
    }

    [Fact]
    public async Task Every_operation_answers_as_its_schema_says()
    {
        var document = await DocumentAsync();
        var check = new SchemaCheck(document);
        Assert.Equal(Operations(document).Select(each => each.Id).Order(), Requests.Select(each => each.Operation).Order());
        foreach (var (operation, path, body) in Requests)
        {
            var (_, verb, template, description) = Operations(document).Single(each => each.Id == operation);
            var filled = body.Replace("{G}", await GenerationAsync(), StringComparison.Ordinal);
            if (body.Length > 0)
                Assert.Empty(check.Violations(JsonNode.Parse(filled), Content(description["requestBody"]!)));
            AssertFits(path, template, description);
            var answer = await SendAsync(verb, path, filled);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{operation}: {text}");
            foreach (var message in Messages(text))
            {
                var violations = check.Violations(message, Content(description["responses"]!["200"]!)).ToList();
                Assert.True(violations.Count == 0, $"{operation}: {string.Join("; ", violations)}");
            }
        }
    }

    /// <summary>A search that is a link: it can be kept, sent and cached.</summary>
    [Theory]
    [InlineData("v1/articles:search?query=storm", """{"query":"storm"}""")]
    [InlineData(
        "v1/articles:search?query=storm%20at&orderBy=oldest&pageSize=2",
        """{"query":"storm at","orderBy":"oldest","pageSize":2}""")]
    [InlineData(
        "v1/articles:search?published.from=1987&published.undated=INCLUDE",
        """{"published":{"from":"1987","undated":"INCLUDE"}}""")]
    [InlineData("v1/articles:search?sources=Herald&sources=Globe", """{"sources":["Herald","Globe"]}""")]
    [InlineData("v1/articles:aggregate?query=storm&facets=source&facets=person", """{"query":"storm","facets":["source","person"]}""")]
    public async Task A_search_by_GET_is_that_by_POST(string path, string body) => Assert.Equal(
        await (await SendAsync("POST", path.Split('?')[0], body)).Content.ReadAsStringAsync(),
        await service.Http.GetStringAsync(path));

    [Theory]
    [InlineData("v1/articles:search?qery=storm", "qery")]
    [InlineData("v1/articles:search?pageSize=many", "pageSize")]
    [InlineData("v1/articles:search?pageSize=101", "pageSize")]
    public async Task A_wrong_parameter_is_named(string path, string field)
    {
        var answer = await service.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(field, $"{error["details"]![0]!["metadata"]!["field"]}");
    }

    [Theory]
    [InlineData("SearchService_Search", "/v1/articles:search", "{\"pageSize\":101}", HttpStatusCode.BadRequest)]
    [InlineData("SearchService_Search", "/v1/articles:search", "{\"nothing\":1}", HttpStatusCode.BadRequest)]
    [InlineData("ArticleService_GetArticle", "/v1/articles/nowhere", "", HttpStatusCode.NotFound)]
    public async Task Errors_are_as_their_schema_says(string operation, string path, string body, HttpStatusCode status)
    {
        var document = await DocumentAsync();
        var (_, verb, _, description) = Operations(document).Single(each => each.Id == operation);
        var answer = await SendAsync(verb, path, body);
        Assert.Equal(status, answer.StatusCode);
        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Empty(new SchemaCheck(document).Violations(error, Content(description["responses"]!["default"]!)));
        Assert.Contains(error!["details"]!.AsArray(), detail => $"{detail!["@type"]}" == "type.googleapis.com/google.rpc.ErrorInfo");
    }

    /// <summary>A field that is marked as required is refused when it is left out, and named by the error.</summary>
    [Fact]
    public async Task What_the_document_requires_the_service_requires()
    {
        var document = await DocumentAsync();
        foreach (var (operation, path, body) in Requests.Where(each => each.Body.Length > 0))
        {
            var (_, verb, _, description) = Operations(document).Single(each => each.Id == operation);
            var schema = Content(description["requestBody"]!);
            schema = schema["$ref"] is { } reference ? new SchemaCheck(document).Resolve($"{reference}") : schema;
            foreach (var name in schema["required"]?.AsArray().Select(each => $"{each}") ?? [])
            {
                var partial = JsonNode.Parse(body)!.AsObject();
                Assert.True(partial.Remove(name), $"{operation} has no sample of {name}");
                var answer = await SendAsync(verb, path, partial.ToJsonString());
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{operation} without {name}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Every_reference_leads_to_a_schema_and_every_schema_is_used()
    {
        var document = await DocumentAsync();
        var references = References(document).ToHashSet();
        Assert.All(references, reference => Assert.NotNull(new SchemaCheck(document).Resolve(reference)));
        Assert.Equal(
            document["components"]!["schemas"]!.AsObject().Select(each => $"#/components/schemas/{each.Key}").Order(),
            references.Order());
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(each =>
            each.Key == "$ref" ? [each.Value!.GetValue<string>()] : References(each.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    /// <summary>The path has the segments of the template, and only parameters that the document names.</summary>
    private static void AssertFits(string path, string template, JsonNode operation)
    {
        var address = new Uri(new Uri("http://service"), path);
        var pattern = "^" + string.Concat(template.Split('{').Select((part, i) =>
            i == 0 ? System.Text.RegularExpressions.Regex.Escape(part)
            : ".+" + System.Text.RegularExpressions.Regex.Escape(part[(part.IndexOf('}') + 1)..]))) + "$";
        Assert.Matches(pattern, address.AbsolutePath);
        var names = operation["parameters"]?.AsArray().Select(each => $"{each!["name"]}").ToList() ?? [];
        Assert.All(
            address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries),
            parameter => Assert.Contains(parameter.Split('=')[0], names));
    }

    private static IEnumerable<(string Id, string Verb, string Template, JsonNode Description)> Operations(JsonNode document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(each =>
            ($"{each.Value!["operationId"]}", each.Key.ToUpperInvariant(), path.Key, each.Value!)));

    private static JsonNode Content(JsonNode part) => part["content"]!["application/json"]!["schema"]!;

    /// <summary>The objects of an answer: one, or one a line.</summary>
    private static List<JsonNode?> Messages(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { AllowMultipleValues = true });
        var messages = new List<JsonNode?>();
        while (reader.Read())
            messages.Add(JsonNode.Parse(ref reader));
        return messages;
    }

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await service.Http.GetStringAsync("openapi.json"))!;

    private async Task<string> GenerationAsync() =>
        (await new V1.IndexService.IndexServiceClient(service.Channel).GetIndexInfoAsync(new V1.GetIndexInfoRequest())).Generation;

    private Task<HttpResponseMessage> SendAsync(string verb, string path, string body) => service.Http.SendAsync(
        new HttpRequestMessage(new HttpMethod(verb), path)
        {
            Content = body.Length > 0 ? new StringContent(body, Encoding.UTF8, "application/json") : null,
        });

    private static Article Storm(string id) => new()
    {
        Id = id,
        Headline = $"A storm at sea {id}",
        Body = $"Zora Quill and Abel Stone saw the storm at sea from the harbour, {id} said.",
        Published = new PublishedDate(PartialDate.OfYear(1987), null, DateProvenance.Metadata),
        Source = "Herald",
        Authors = ["A. Writer"],
        Entities = [new NamedEntity("Zora Quill", EntityType.Person), new NamedEntity("Abel Stone", EntityType.Person)],
    };
}
