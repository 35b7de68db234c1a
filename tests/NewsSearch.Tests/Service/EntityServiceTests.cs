using Grpc.Core;
using NewsSearch.V1;

namespace NewsSearch.Tests.Service;

/// <summary>Entities in queries, by id and by name, and in facets.</summary>
public sealed class EntityServiceTests : RoeArchive
{
    [Theory]
    [InlineData("person:\"Jane Roe\"", "1,2")]
    [InlineData("person:\"Dr. Jane Q. Roe\"", "1,2")]
    [InlineData("person:Roe", "1,2,3,4")]
    [InlineData("person:=\"Roe\"", "2,4")]
    [InlineData("entity:\"Jane Roe\"", "1,2")]
    [InlineData("place:\"Jane Roe\"", "")]
    [InlineData("person:\"person:jane roe\"", "1,2")]
    [InlineData("person:\"Jane Roe\" NEAR/3 arrived", "1,2")]
    [InlineData("person:\"Jane Roe\" NEAR/2 place:\"United Kingdom\"", "")]
    [InlineData("person:\"Jane Roe\" NEAR/6 place:\"United Kingdom\"", "1")]
    [InlineData("(person:\"Jane Roe\" OR person:\"John Roe\") NEAR/3 (slept OR arrived)", "1,2,3")]
    public async Task Articles_are_found_by_the_entities_they_mention(string query, string ids) => Assert.Equal(ids, await IdsAsync(query));

    [Fact]
    public async Task The_reply_says_how_a_name_was_read()
    {
        var one = (await Search.SearchAsync(
            new SearchRequest { Entities = { new EntityFilter { Name = "UK", Type = V1.EntityType.Place } } })).Entities.Single();
        Assert.Equal(("UK", "Q145", "United Kingdom"), (one.Asked, one.Entity.Id, one.Entity.Name));
        var many = await Search.SearchAsync(new SearchRequest { Query = "person:Roe" });
        Assert.Null(many.Entities.Single().Entity);
        Assert.Equal(["Jane Roe", "John Roe"], many.Entities.Single().Candidates.Select(each => each.Name).Order());
        Assert.Contains("may be any of", many.Notices.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_about_someone_ranks_above_one_that_names_them_once() =>
        Assert.Equal("2", (await Search.SearchAsync(new SearchRequest { Query = "person:\"Jane Roe\"" })).Hits[0].Article.Id);

    [Fact]
    public async Task An_entity_is_described_found_by_prefix_and_by_a_misspelling_and_listed_by_sentence()
    {
        var jane = await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:jane roe" });
        Assert.Equal(("Jane Roe", 2, 4, "1987-01-01", "1987-02-01"),
            (jane.Entity.Name, (int)jane.Articles, (int)jane.Mentions, jane.FirstDate, jane.LastDate));
        Assert.Equal([("Jane Roe", 3L), ("Roe", 1L)], jane.Names.Select(name => (name.Name, name.Mentions)));

        var byPrefix = await Entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "ro" });
        Assert.Equal((false, "person:jane roe,person:john roe"),
            (byPrefix.Misspelt, string.Join(',', byPrefix.Entities.Select(each => each.Entity.Id))));
        var misspelt = await Entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "Jnae Roe" });
        Assert.Equal((true, "person:jane roe"), (misspelt.Misspelt, misspelt.Entities[0].Entity.Id));

        var mentions = await Entities.ListMentionsAsync(new ListMentionsRequest { Id = "person:jane roe", PageSize = 1 });
        Assert.Equal([("2", "Jane Roe arrived.", "Jane Roe"), ("2", "Roe left.", "Roe"),
            ("2", "Jane Roe will not come again.", "Jane Roe")],
            mentions.Mentions.Select(each => (each.Article.Id, each.Sentence, each.Sentence[each.Start..each.End])));
        Assert.Equal("1", (await Entities.ListMentionsAsync(
            new ListMentionsRequest { Id = "person:jane roe", PageSize = 1, PageToken = mentions.NextPageToken })).Mentions[0].Article.Id);
    }

    [Fact]
    public async Task Facets_and_a_timeline_count_what_the_query_finds()
    {
        var counts = await Search.AggregateAsync(
            new AggregateRequest { Query = "person:\"Jane Roe\"", Facets = { "person", "place" }, Timeline = "month" });
        Assert.Equal(2, counts.Total.Value);
        Assert.Equal([("person:jane roe", 2L)], counts.Facets[0].Values.Select(value => (value.Id, value.Articles)));
        Assert.Equal([("Q145", "United Kingdom", 1L)], counts.Facets[1].Values.Select(value => (value.Id, value.Name, value.Articles)));
        Assert.Equal([("1987-01", 1L), ("1987-02", 1L)], counts.Timeline.Buckets.Select(bucket => (bucket.Start, bucket.Articles)));
    }

    [Fact]
    public async Task What_is_not_there_is_said_so()
    {
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:no one" }))).StatusCode);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.GetEntityAsync(new GetEntityRequest { Id = "nonsense" }))).StatusCode);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.UndoCorrectionAsync(new UndoCorrectionRequest { Number = 7, Who = "me" }))).StatusCode);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.MergeEntitiesAsync(new MergeEntitiesRequest { From = Person("a"), Into = Person("b") }))).StatusCode);
    }

    [Theory]
    [InlineData("v1/entities:search?name=roe", "Jane Roe")]
    [InlineData("v1/entities/person:jane%20roe", "\"articles\":2")]
    [InlineData("v1/entities/person:jane%20roe/mentions", "Roe left.")]
    [InlineData("v1/entities/Q145", "United Kingdom")]
    [InlineData("v1/corrections", "{")]
    public async Task Entities_have_a_REST_form(string path, string expected) =>
        Assert.Contains(expected, (await Service.Http.GetStringAsync(path)).Replace("\": ", "\":", StringComparison.Ordinal),
            StringComparison.Ordinal);
}
