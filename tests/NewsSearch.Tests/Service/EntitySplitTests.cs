using Grpc.Core;
using NewsSearch.V1;

namespace NewsSearch.Tests.Service;

/// <summary>Splits of an entity: by names, by articles, by both.</summary>
public sealed class EntitySplitTests : RoeArchive
{
    [Fact]
    public async Task A_split_moves_the_mentions_by_some_names()
    {
        await Entities.SplitEntityAsync(
            new SplitEntityRequest { From = Person("jane roe"), Names = { "Roe" }, NewName = "Richard Roe", Who = "desk" });
        Assert.Equal("2", await IdsAsync("person:\"Richard Roe\""));
        Assert.Equal("1,2", await IdsAsync("person:\"Jane Roe\""));
        Assert.Equal("person:jane roe 2, person:john roe 1, person:richard roe 1", await PersonFacetAsync());
        Assert.Equal([("Jane Roe", 3L)], (await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:jane roe" }))
            .Names.Select(name => (name.Name, name.Mentions)));
    }

    [Fact]
    public async Task A_split_by_articles_parts_two_people_of_one_spelling()
    {
        await Entities.SplitEntityAsync(
            new SplitEntityRequest { From = Person("jane roe"), Articles = { "2" }, NewName = "Jane Roe (painter)", Who = "desk" });
        Assert.Equal("1", await IdsAsync("person:\"person:jane roe\""));
        Assert.Equal("2", await IdsAsync("person:\"Jane Roe (painter)\""));
        Assert.Equal("1,2,3,4", await IdsAsync("person:Roe"));
        Assert.Equal("person:jane roe 1, person:jane roe painter 1, person:john roe 1", await PersonFacetAsync());
        Assert.Equal("2", await IdsAsync("person:\"Jane Roe (painter)\" NEAR/3 arrived"));
        Assert.Equal("1", await IdsAsync("person:\"person:jane roe\" NEAR/3 arrived"));

        var painter = await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:jane roe painter" });
        Assert.Equal(("Jane Roe (painter)", 1, 3), (painter.Entity.Name, (int)painter.Articles, (int)painter.Mentions));
        Assert.Equal([("Jane Roe", 2L), ("Roe", 1L)], painter.Names.Select(name => (name.Name, name.Mentions)));
        Assert.Equal(1, (await Entities.GetEntityAsync(new GetEntityRequest { Id = "person:jane roe" })).Mentions);
        var found = await Entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "jane" });
        Assert.Equal(["person:jane roe painter 3", "person:jane roe 1"],
            found.Entities.Select(each => $"{each.Entity.Id} {each.Mentions}"));
        var both = await Search.SearchAsync(new SearchRequest { Query = "person:\"Jane Roe\"" });
        Assert.Equal(["person:jane roe", "person:jane roe painter"], both.Entities.Single().Candidates.Select(each => each.Id).Order());
        var article = await new ArticleService.ArticleServiceClient(Service.Channel).GetArticleAsync(new GetArticleRequest { Id = "2" });
        Assert.Equal(["person:jane roe painter"], article.Mentions.Select(mention => mention.Entity.Id).Distinct());
        Assert.Equal("every mention of person:jane roe in article 2 is Jane Roe (painter) (person:jane roe painter)",
            (await Entities.ListCorrectionsAsync(new ListCorrectionsRequest())).Corrections[0].Summary);
    }

    [Fact]
    public async Task A_split_by_name_and_article_takes_that_name_there_and_what_was_split_can_be_split_again()
    {
        await Entities.SplitEntityAsync(
            new SplitEntityRequest
            {
                From = Person("jane roe"),
                Names = { "Roe" },
                Articles = { "2" },
                NewName = "Richard Roe",
                Who = "desk"
            });
        Assert.Equal(("1,2", "2"), (await IdsAsync("person:\"Jane Roe\""), await IdsAsync("person:\"Richard Roe\"")));
        await Entities.SplitEntityAsync(
            new SplitEntityRequest { From = Person("richard roe"), Names = { "Roe" }, NewName = "Rachel Roe", Who = "desk" });
        Assert.Equal(("1,2", "2"), (await IdsAsync("person:\"Jane Roe\""), await IdsAsync("person:\"Rachel Roe\"")));
        Assert.Equal("person:jane roe 2, person:john roe 1, person:rachel roe 1", await PersonFacetAsync());
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.SplitEntityAsync(
                new SplitEntityRequest { From = Person("jane roe"), Articles = { "9" }, NewName = "X", Who = "desk" }))).StatusCode);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () =>
            await Entities.SplitEntityAsync(
                new SplitEntityRequest { From = Person("jane roe"), NewName = "X", Who = "desk" }))).StatusCode);
    }

    [Fact]
    public async Task A_split_takes_the_names_of_what_was_merged_before_too()
    {
        await CorrectAsync("merge", "person:john roe", "person:jane roe");
        await Entities.SplitEntityAsync(
            new SplitEntityRequest { From = Person("jane roe"), Names = { "John Roe" }, NewName = "Jonathan Roe", Who = "desk" });
        Assert.Equal(("1,2", "3"), (await IdsAsync("person:\"Jane Roe\""), await IdsAsync("person:\"Jonathan Roe\"")));
        Assert.Equal("person:jane roe 2, person:jonathan roe 1", await PersonFacetAsync());
    }
}
