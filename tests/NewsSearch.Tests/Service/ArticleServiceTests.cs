using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;
using EntityType = NewsIndex.Articles.EntityType;
using Mention = NewsIndex.Articles.Mention;
using PublishedDate = NewsIndex.Articles.PublishedDate;

namespace NewsSearch.Tests.Service;

/// <summary>The whole of an article over gRPC and REST: its matches and the names in it.</summary>
public sealed class ArticleServiceTests : IAsyncLifetime
{
    private const string Body =
        "The storm hit the coast. \u201cWe saw no storm like it,\u201d said Jane Roe.\n\n\U0001F32A The coast was dark; storms passed.";

    private readonly RunningService service = new();

    private ArticleService.ArticleServiceClient Articles => new(service.Channel);

    private V1.SearchService.SearchServiceClient Search => new(service.Channel);

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await using var writer = NewsIndexServices.OpenWriter(
            new NewsIndexOptions { Directory = service.Index }, TimeProvider.System, Names);
        await writer.WriteAsync(
            [Dated("1", 1990, "Storm at the coast", Body) with { Source = "Herald" }, Dated("a/b", 1980, "Frost", "Frost for Jane Roe.")],
            CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
        await service.SeesAsync(2);
    }

    public Task DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData("storm", "Storm | storm storm storms")]
    [InlineData("headline:storm", "Storm | ")]
    [InlineData("\"hit the coast\"", " | hit coast")]
    [InlineData("coast NEAR/3 dark", " | coast dark")]
    [InlineData("quote:storm", " | storm")]
    [InlineData("person:\"Jane Roe\"", " | Jane Roe")]
    [InlineData("stor* AND source:Herald", "Storm | storm storm storms")]
    [InlineData("source:Herald", " | ")]
    [InlineData("storm -frost", "Storm | storm storm storms")]
    public async Task Every_match_of_a_whole_article_is_marked(string query, string marked)
    {
        var found = await Articles.FindMatchesAsync(Asked("1", query));
        Assert.True(found.Found);
        Assert.Equal((Body, ""), (found.Article.Body, found.Problem));
        Assert.Equal(marked, $"{Marked(found.Article.Headline, found.Headline)} | {Marked(found.Article.Body, found.Body)}");
    }

    [Theory]
    [InlineData("storm AND frost")]
    [InlineData("hit NEAR/1 dark")]
    [InlineData("storm source:Globe")]
    public async Task An_article_that_the_search_does_not_find_has_no_matches(string query)
    {
        var found = await Articles.FindMatchesAsync(Asked("1", query));
        Assert.False(found.Found);
        Assert.Empty(found.Headline.Concat(found.Body));
        Assert.Equal(Body, found.Article.Body);
    }

    [Theory]
    [InlineData("storm OR coast")]
    [InlineData("(storm OR coast) W/S hit")]
    [InlineData("co?st stor*")]
    [InlineData("exact:storm")]
    [InlineData("ATLEAST/2 coast")]
    public async Task What_a_snippet_marks_is_marked_in_the_whole_article(string query)
    {
        var found = await Articles.FindMatchesAsync(Asked("1", query));
        var hit = Assert.Single((await Search.SearchAsync(new SearchRequest { Query = query })).Hits);
        var words = hit.Snippets.SelectMany(
            snippet => snippet.Matches.Select(match => (snippet.Field, snippet.Text[match.Start..match.End])));
        var whole = found.Headline.Select(range => ("headline", found.Article.Headline[range.Start..range.End]))
            .Concat(found.Body.Select(range => ("body", Body[range.Start..range.End])));
        Assert.NotEmpty(found.Body);
        Assert.Equal(words.Order(), whole.Order());
    }

    [Fact]
    public async Task Matches_are_those_of_the_text_at_the_generation()
    {
        var generation = (await Search.SearchAsync(new SearchRequest { Query = "storm" })).Generation;
        await service.WriteAsync(new Article { Id = "1", Headline = "Frost", Body = "No storm now.", Language = "en" });
        await Eventually.TrueAsync(async () => (await Articles.GetArticleAsync(new GetArticleRequest { Id = "1" })).Revision == 2);

        var now = await Articles.FindMatchesAsync(Asked("1", "storm"));
        Assert.Equal(("storm", 2), (Marked(now.Article.Body, now.Body), now.Article.Revision));
        var asked = Asked("1", "storm");
        asked.Search.Generation = generation;
        var then = await Articles.FindMatchesAsync(asked);
        Assert.Equal((generation, 1, "storm storm storms"), (then.Generation, then.Article.Revision, Marked(then.Article.Body, then.Body)));
    }

    [Fact]
    public async Task Matches_are_found_over_REST_by_GET_and_POST_and_by_an_id_with_a_slash()
    {
        var got = await service.Http.GetFromJsonAsync<JsonElement>("/v1/articles/1:matches?search.query=dark");
        var at = Body.IndexOf("dark", StringComparison.Ordinal);
        var match = got.GetProperty("body")[0];
        Assert.Equal((at, at + 4), (match.GetProperty("start").GetInt32(), match.GetProperty("end").GetInt32()));
        var reply = await service.Http.PostAsJsonAsync("/v1/articles:matches", new { id = "1", search = new { query = "dark" } });
        Assert.Equal(got.ToString(), (await reply.Content.ReadFromJsonAsync<JsonElement>()).ToString());
        Assert.True((await service.Http.GetFromJsonAsync<JsonElement>("/v1/articles/a%2Fb:matches?search.query=frost"))
            .GetProperty("found").GetBoolean());
        var missing = await service.Http.GetAsync(new Uri("/v1/articles/9:matches", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData("9", "storm", StatusCode.NotFound, "ARTICLE_NOT_FOUND")]
    [InlineData("", "storm", StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE")]
    [InlineData("1", "(storm", StatusCode.InvalidArgument, "QUERY_SYNTAX")]
    public async Task Matches_are_refused_with_a_reason(string id, string query, StatusCode code, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Articles.FindMatchesAsync(Asked(id, query)));
        Assert.Equal((code, reason), (refused.StatusCode, SearchService.Errors.ErrorsToStatus.ReasonOf(refused)));
    }

    [Fact]
    public async Task Mentions_have_the_name_kind_and_id_of_their_entity_as_corrected()
    {
        var entity = (await Articles.GetArticleAsync(new GetArticleRequest { Id = "1" })).Mentions.Single().Entity;
        Assert.Equal(("person:jane roe", "Jane Roe", V1.EntityType.Person), (entity.Id, entity.Name, entity.Type));
        await new EntityService.EntityServiceClient(service.Channel).RenameEntityAsync(
            new RenameEntityRequest { Entity = new Entity { Id = "person:jane roe" }, Name = "Dame Jane Roe", Who = "desk" });
        Assert.Equal("Dame Jane Roe", (await Articles.ListRevisionsAsync(new ListRevisionsRequest { Id = "1" }))
            .Revisions[0].Mentions.Single().Entity.Name);
    }

    [Fact]
    public async Task Mentions_are_listed_newest_or_oldest_first_and_a_token_belongs_to_one_order()
    {
        var entities = new EntityService.EntityServiceClient(service.Channel);
        var request = new ListMentionsRequest { Id = "person:jane roe", PageSize = 1 };
        Assert.Equal("1", (await entities.ListMentionsAsync(request)).Mentions.Single().Article.Id);
        request.OrderBy = "oldest";
        var first = await entities.ListMentionsAsync(request);
        request.PageToken = first.NextPageToken;
        Assert.Equal(("a/b", "1"),
            (first.Mentions.Single().Article.Id, (await entities.ListMentionsAsync(request)).Mentions.Single().Article.Id));
        request.OrderBy = "newest";
        Assert.Equal("PAGE_TOKEN_MISMATCH", await ReasonAsync(request));
        request.OrderBy = "relevance";
        Assert.Equal("FIELD_OUT_OF_RANGE", await ReasonAsync(request));

        async Task<string> ReasonAsync(ListMentionsRequest asked) => SearchService.Errors.ErrorsToStatus.ReasonOf(
            await Assert.ThrowsAsync<RpcException>(async () => await entities.ListMentionsAsync(asked)));
    }

    [Fact]
    public async Task Quotations_of_a_speaker_are_listed_with_their_places()
    {
        var entities = new EntityService.EntityServiceClient(service.Channel);
        var request = new ListQuotationsRequest { Id = "person:jane roe" };
        var listed = await entities.ListQuotationsAsync(request);
        var quotation = Assert.Single(listed.Quotations);
        Assert.Equal(
            ("1", "body", "We saw no storm like it,", "Jane Roe", 1L, ""),
            (quotation.Article.Id, quotation.Field, quotation.Text, quotation.Speaker, listed.Articles, listed.NextPageToken));
        Assert.Equal(
            (quotation.Text, quotation.Speaker),
            (Body[quotation.Start..quotation.End], Body[quotation.SpeakerStart..quotation.SpeakerEnd]));
        var generation = listed.Generation;
        using var reply = JsonDocument.Parse(
            await service.Http.GetStringAsync($"/v1/entities/person:jane%20roe/quotations?orderBy=oldest&generation={generation}"));
        Assert.Equal("Jane Roe", reply.RootElement.GetProperty("quotations")[0].GetProperty("speaker").GetString());
        Assert.Equal(
            "ENTITY_NOT_FOUND", SearchService.Errors.ErrorsToStatus.ReasonOf(await Assert.ThrowsAsync<RpcException>(async () =>
                await entities.ListQuotationsAsync(new ListQuotationsRequest { Id = "person:john doe" }))));
    }

    [Fact]
    public async Task Copies_are_listed_over_rest_with_the_first_and_a_token_that_belongs_to_the_article()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}"));
        var article = new Article { Id = "c/1", Headline = "Ship aground", Body = text };
        await service.WriteAsync(article, article with { Id = "c/2", Headline = "Copy", Body = text + " more" });
        await service.SeesAsync(4);
        using var reply = JsonDocument.Parse(await service.Http.GetStringAsync("/v1/articles/c%2F2:copies?pageSize=1"));
        var root = reply.RootElement;
        Assert.Equal(("c/1", 2), (root.GetProperty("firstId").GetString(), root.GetProperty("articles").GetInt32()));
        Assert.True(root.GetProperty("copies")[0].GetProperty("first").GetBoolean());
        var request = new ListCopiesRequest { Id = "c/2", PageSize = 1 };
        request.PageToken = (await Articles.ListCopiesAsync(request)).NextPageToken;
        var second = (await Articles.ListCopiesAsync(request)).Copies.Single();
        Assert.Equal(("c/2", false), (second.Article.Id, second.First));
        Assert.InRange(second.Resemblance, 0.8, 0.999);
        request.Id = "1";
        Assert.Equal("PAGE_TOKEN_MISMATCH", await ReasonAsync(request));
        Assert.Equal("ARTICLE_NOT_FOUND", await ReasonAsync(new ListCopiesRequest { Id = "nowhere" }));
        Assert.Equal("FIELD_OUT_OF_RANGE", await ReasonAsync(new ListCopiesRequest { Id = "1", OrderBy = "relevance" }));

        async Task<string> ReasonAsync(ListCopiesRequest asked) => SearchService.Errors.ErrorsToStatus.ReasonOf(
            await Assert.ThrowsAsync<RpcException>(async () => await Articles.ListCopiesAsync(asked)));
    }

    /// <summary>A recogniser that knows one name.</summary>
    private static IReadOnlyList<Mention> Names(Article article) =>
        article.Body.IndexOf("Jane Roe", StringComparison.Ordinal) is >= 0 and var at
            ? [new Mention(EntityType.Person, "Jane Roe", MentionZone.Body, at, at + 8)]
            : [];

    private static Article Dated(string id, int year, string headline, string body) => new()
    {
        Id = id,
        Headline = headline,
        Body = body,
        Language = "en",
        Published = new PublishedDate(PartialDate.OfYear(year), null, DateProvenance.Metadata),
    };

    private static FindMatchesRequest Asked(string id, string query) => new() { Id = id, Search = new SearchRequest { Query = query } };

    private static string Marked(string text, IEnumerable<TextRange> ranges) =>
        string.Join(' ', ranges.Select(range => text[range.Start..range.End]));
}
