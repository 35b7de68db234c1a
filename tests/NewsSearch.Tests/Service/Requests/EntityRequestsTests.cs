using Google.Rpc;
using Grpc.Core;
using NewsIndex.Entities;
using SearchService.Requests;
using EntityType = NewsIndex.Articles.EntityType;

namespace NewsSearch.Tests.Service.Requests;

public sealed class EntityRequestsTests
{
    [Theory]
    [InlineData("person:jane roe", V1.EntityType.Unspecified, EntityType.Person, "person:jane roe")]
    [InlineData("person%3Ajane%20roe", V1.EntityType.Person, EntityType.Person, "person:jane roe")]
    [InlineData("Q145", V1.EntityType.Unspecified, EntityType.Place, "Q145")]
    [InlineData("Q999999999", V1.EntityType.Organization, EntityType.Organization, "Q999999999")]
    public void An_entity_is_named_by_its_id(string id, V1.EntityType type, EntityType its, string reference) =>
        Assert.Equal(new EntityReference(its, reference), EntityRequests.Reference("id", id, type));

    [Theory]
    [InlineData("", V1.EntityType.Unspecified)]
    [InlineData("jane roe", V1.EntityType.Person)]
    [InlineData("Q999999999", V1.EntityType.Unspecified)]
    [InlineData("person:jane roe", V1.EntityType.Place)]
    [InlineData("person:jane roe", (V1.EntityType)9)]
    [InlineData("person:", V1.EntityType.Person)]
    public void An_id_that_names_no_entity_is_refused(string id, V1.EntityType type) =>
        AssertRefused("id", () => EntityRequests.Reference("id", id, type));

    [Fact]
    public void An_id_has_at_most_512_characters()
    {
        Assert.NotEqual(default, EntityRequests.Reference("id", $"person:{new string('x', 505)}", V1.EntityType.Unspecified));
        AssertRefused("from.id", () => EntityRequests.Reference("from", new V1.Entity { Id = $"person:{new string('x', 506)}" }));
    }

    [Fact]
    public void An_entity_that_is_not_given_is_refused_by_the_field_of_its_id() =>
        AssertRefused("into.id", () => EntityRequests.Reference("into", null));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    public void Pages_have_1_to_100_entities(int asked, int meant)
    {
        Assert.Equal(meant, EntityRequests.PageSize(asked, 0));
        Assert.Equal(meant, EntityRequests.PageSize(0, asked));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void Other_sizes_are_refused_by_the_name_that_was_given(int asked)
    {
        AssertRefused("page_size", () => EntityRequests.PageSize(asked, 0));
        AssertRefused("limit", () => EntityRequests.PageSize(0, asked));
        AssertRefused("page_size", () => EntityRequests.PageSize(asked, 1));
    }

    [Theory]
    [InlineData("Jane", "Jane")]
    [InlineData("  Jane Roe ", "Jane Roe")]
    public void A_name_is_taken_without_the_spaces_around_it(string typed, string name) =>
        Assert.Equal(name, EntityRequests.Name("name", typed));

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void A_name_has_1_to_200_characters(int length) =>
        AssertRefused("new_name", () => EntityRequests.Name("new_name", new string('x', length)));

    [Fact]
    public void A_correction_has_an_author_and_may_have_a_reason()
    {
        Assert.Equal(("desk", ""), EntityRequests.Author("", "desk", ""));
        Assert.Equal(1000, EntityRequests.Author("", "desk", new string('y', 1000)).Why.Length);
        AssertRefused("who", () => EntityRequests.Author("", " ", ""));
        AssertRefused("why", () => EntityRequests.Author("", "desk", new string('y', 1001)));
    }

    [Fact]
    public void Names_that_are_one_when_normalised_count_once() =>
        Assert.Single(EntityRequests.Names(["Jane Roe", "JANE ROE", "Jane  Roe"], mayBeEmpty: false));

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("Jane Roe|...")]
    public void Names_have_letters(string names) =>
        AssertRefused("names", () => EntityRequests.Names(names.Split('|'), mayBeEmpty: true));

    [Fact]
    public void There_may_be_no_name_where_something_else_chooses_the_mentions()
    {
        Assert.Empty(EntityRequests.Names([], mayBeEmpty: true));
        AssertRefused("names", () => EntityRequests.Names([], mayBeEmpty: false));
    }

    [Fact]
    public void There_are_at_most_100_names_and_1000_articles()
    {
        Assert.Equal(100, EntityRequests.Names([.. Numbers(100)], mayBeEmpty: false).Count);
        AssertRefused("names", () => EntityRequests.Names([.. Numbers(101)], mayBeEmpty: false));
        Assert.Equal(1000, EntityRequests.ArticleIds("articles", [.. Numbers(1000)]).Count);
        AssertRefused("articles", () => EntityRequests.ArticleIds("articles", [.. Numbers(1001)]));
    }

    [Fact]
    public void Articles_are_named_once_each()
    {
        Assert.Equal(["a", "A"], EntityRequests.ArticleIds("articles", ["a", "A", "a"]));
        AssertRefused("articles", () => EntityRequests.ArticleIds("articles", ["a", ""]));
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(i => $"name {i}");

    private static void AssertRefused(string field, Func<object> read)
    {
        var failure = Assert.Throws<RpcException>(() => _ = read());
        var info = failure.GetRpcStatus()!.GetDetail<ErrorInfo>();
        Assert.Equal((StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", field), (failure.StatusCode, info.Reason, info.Metadata["field"]));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("desk", true)]
    [InlineData(" desk ", true)]
    [InlineData("Jane Roe", false)]
    public void Who_corrects_is_who_signed_in(string who, bool isTaken)
    {
        if (isTaken)
            Assert.Equal("desk", EntityRequests.Author("desk", who, "").Who);
        else
            Assert.Equal("who is invalid (\"Jane Roe\"); expected \"desk\", who signed in, or nothing",
                Assert.Throws<RpcException>(() => EntityRequests.Author("desk", who, "")).Status.Detail);
    }
}
