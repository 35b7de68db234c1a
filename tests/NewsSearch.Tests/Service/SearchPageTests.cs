using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Service;

/// <summary>What the search page relies on: the links it makes find what their numbers say.</summary>
public sealed partial class SearchPageTests : IAsyncLifetime
{
    private readonly RunningService service = new();

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await service.WriteAsync([.. Enumerable.Range(0, 6).Select(i => new Article
        {
            Id = $"{i}",
            Headline = "Storm on the coast",
            Body = $"A storm on the coast of region {i}.",
            Language = "en",
            Entities = [new NamedEntity(i < 2 ? "Ann Lee" : "Bo Ray", EntityType.Person)],
        })]);
        await service.SeesAsync(6);
    }

    public Task DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData("storm coast")]
    [InlineData("\"storm on the coast")]
    [InlineData("(storm")]
    [InlineData("storm)")]
    [InlineData("storm OR flood")]
    [InlineData("-flood")]
    [InlineData("coast?")]
    [InlineData("headline: storm")]
    [InlineData("")]
    public async Task A_name_that_is_added_to_a_query_as_it_was_read_finds_as_many_articles_as_its_facet_says(string query)
    {
        var counts = await PostAsync("v1/articles:aggregate", new { query, forgiving = true, facets = new[] { "person" } });
        var read = (await PostAsync("v1/query:parse", new { query, forgiving = true })).GetProperty("canonicalQuery").GetString();
        var values = counts.GetProperty("facets")[0].GetProperty("values").EnumerateArray().ToList();
        Assert.Equal(2, values.Count);
        foreach (var value in values)
        {
            var found = await PostAsync("v1/articles:search", new { query = $"({read}) person:\"{value.GetProperty("id").GetString()}\"" });
            Assert.Equal(value.GetProperty("articles").ToString(), found.GetProperty("total").GetProperty("value").ToString());
        }
    }

    [Fact]
    public async Task The_page_says_that_it_needs_JavaScript() =>
        Assert.Contains("<noscript>", await service.Http.GetStringAsync(""), StringComparison.Ordinal);

    [Fact]
    public async Task The_page_has_every_element_that_its_script_looks_up()
    {
        var (page, script) = (await service.Http.GetStringAsync(""), await service.Http.GetStringAsync("search.js"));
        var ids = IdInScript().Matches(script).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Contains("sign-in", ids);
        Assert.All(ids, id => Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal));
    }

    [GeneratedRegex("byId\\('([^']+)'\\)")]
    private static partial Regex IdInScript();

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        var reply = await service.Http.PostAsJsonAsync(path, body);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
        return await reply.Content.ReadFromJsonAsync<JsonElement>();
    }
}
