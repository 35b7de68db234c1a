using System.Text;
using System.Text.Json;
using NewsSearch.Tests.Service.Paging;

namespace NewsSearch.Tests.Service.Errors;

/// <summary>Errors over REST name a field as the request wrote it; gRPC has the names of the contract.</summary>
public sealed class WrittenNamesTests(RankedArchive archive) : IClassFixture<RankedArchive>
{
    [Fact]
    public async Task A_field_is_named_as_the_request_wrote_it()
    {
        (string Path, string Body, string Field)[] rows =
        [
            ("v1/articles:search?query=storm&pageSize=101", "", "pageSize"),
            ("v1/articles:search?query=storm&page_size=101", "", "page_size"),
            ("v1/articles:search?pageToken=mine", "", "pageToken"),
            ("v1/articles:search?recency.halfLifeDays=-1", "", "recency.halfLifeDays"),
            ("v1/articles:search?query=%22", "", "query"),
            ("v1/entities:search?name=roe&pageSize=3&limit=2", "", "pageSize"),
            ("v1/snapshots?pageSize=-1", "", "pageSize"),
            ("v1/articles:search", """{"pageSize":101}""", "pageSize"),
            ("v1/articles:search", """{"page_size":101}""", "page_size"),
            ("v1/articles:search", """{"timeZone":"Mars"}""", "timeZone"),
            ("v1/articles:search", """{"recency":{"halfLifeDays":-1}}""", "recency.halfLifeDays"),
            ("v1/articles:search", """{"recency":{"half_life_days":-1}}""", "recency.half_life_days"),
            ("v1/articles:search", """{"published":{"from":"soon"}}""", "published.from"),
            ("v1/articles:search", """{"entities":[{"name":"Jane"},{"name":"-"}]}""", "entities[1].name"),
            ("v1/articles:export", """{"orderBy":"size"}""", "orderBy"),
            ("v1/articles:matches", """{"id":"a0","search":{"pageSize":101}}""", "pageSize"),
            ("v1/articles:matches", """{"id":"a0","search":{"page_size":101}}""", "page_size"),
            ("v1/entities:split", """{"from":{"id":"person:jane roe"},"names":["x"],"newName":" ","who":"desk"}""", "newName"),
            ("v1/entities:split", """{"from":{"id":"person:jane roe"},"names":["x"],"who":"desk"}""", "new_name"),
        ];
        foreach (var (path, body, field) in rows)
        {
            using var reply = body.Length == 0
                ? await archive.Service.Http.GetAsync(path)
                : await archive.Service.Http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
            using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
            var error = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement[0].GetProperty("error") : json.RootElement;
            var row = $"{path} {body}: {error}";
            Assert.True((int)reply.StatusCode is 400 or 200, row);
            var details = error.GetProperty("details").EnumerateArray().ToList();
            var violation = details.Single(each => each.TryGetProperty("fieldViolations", out _)).GetProperty("fieldViolations")[0];
            Assert.True(violation.GetProperty("field").GetString() == field, row);
            if (field == "query")
                continue;
            Assert.StartsWith(field + " ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Equal(error.GetProperty("message").GetString(), violation.GetProperty("description").GetString());
        }
    }

    [Fact]
    public async Task A_search_of_a_batch_too()
    {
        var content = new StringContent("""{"requests":[{"query":"storm"},{"pageSize":101}]}""", Encoding.UTF8, "application/json");
        using var reply = await archive.Service.Http.PostAsync("v1/articles:batchSearch", content);
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        Assert.Equal("pageSize", json.RootElement.GetProperty("results")[1].GetProperty("error").GetProperty("metadata")
            .GetProperty("field").GetString());
    }
}
