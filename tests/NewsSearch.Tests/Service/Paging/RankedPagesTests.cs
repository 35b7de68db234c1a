using System.Text.Json;
using Grpc.Core;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsSearch.Client.Errors;
using NewsSearch.V1;
using SearchCli;
using SearchService.Paging;

namespace NewsSearch.Tests.Service.Paging;

/// <summary>Pages of similar articles, entities and co-occurrences, over gRPC: together they are the list, once and in order.</summary>
public sealed class RankedPagesTests(RankedArchive archive) : IClassFixture<RankedArchive>
{
    [Fact]
    public async Task Pages_of_every_size_are_the_whole_list()
    {
        foreach (var list in archive.Lists())
        {
            var whole = await list.WholeAsync();
            Assert.True(whole.Count >= 10, $"{list.Name}: {whole.Count}");
            Assert.Equal(whole.Count, whole.Distinct().Count());
            foreach (var size in (int[])[1, 3, whole.Count - 1, whole.Count, whole.Count + 1])
                Assert.Equal(whole, await list.RestAsync(size, ""));
            Assert.Equal(whole, await list.All(0).ToListAsync());
            Assert.Equal(whole, await list.All(4).ToListAsync());
        }
    }

    /// <summary>No page is larger than 100.</summary>
    [Theory]
    [InlineData("similar", "a0", "articles")]
    [InlineData("entity", "roe", "entities")]
    [InlineData("copies", "a0", "copies")]
    public async Task Every_list_of_the_terminal_takes_a_larger_limit_than_a_page(string verb, string argument, string list)
    {
        string[] arguments = [verb, argument, "--limit", "250", "--json", "--server", archive.Service.GrpcAddress];
        var (exit, output, error) = await CapturedConsole.RunAsync(() => SearchCliProgram.RunAsync(arguments, TimeProvider.System));
        Assert.Equal((0, ""), (exit, error));
        Assert.NotEqual(0, JsonDocument.Parse(output).RootElement.GetProperty(list).GetArrayLength());
    }

    [Fact]
    public async Task Tokens_that_are_changed_or_of_another_list_are_refused()
    {
        var tokens = new Dictionary<string, string>();
        foreach (var list in archive.Lists())
        {
            var first = await list.Ask(2, "", "");
            tokens.Add(list.Name, first.Next);
            foreach (var damaged in DamagedTokens.Of(first.Next))
                Assert.Equal("BAD_PAGE_TOKEN", await RefusedAsync(list, damaged));
            Assert.Equal("PAGE_TOKEN_MISMATCH", await RefusedAsync(list, first.Next, "1-0000000000000001"));
            Assert.Equal(2, (await list.Ask(2, first.Next, first.Generation)).Ids.Count);
        }

        tokens.Add("hits", (await archive.Client.Search.SearchAsync(new SearchRequest { PageSize = 2 })).NextPageToken);
        foreach (var list in archive.Lists())
        {
            foreach (var (_, foreign) in tokens.Where(token => token.Key != list.Name))
                Assert.Equal("PAGE_TOKEN_MISMATCH", await RefusedAsync(list, foreign));
        }

        var ofOther = new FindSimilarArticlesRequest { Id = "a1", PageToken = tokens["similar"] };
        Assert.Equal("PAGE_TOKEN_MISMATCH", (await Assert.ThrowsAsync<InvalidFieldException>(
            async () => await archive.Client.Articles.FindSimilarArticlesAsync(ofOther))).Reason);
        var ofList = new SearchRequest { PageToken = tokens["entities"] };
        Assert.Equal("PAGE_TOKEN_MISMATCH", (await Assert.ThrowsAsync<InvalidFieldException>(
            async () => await archive.Client.Search.SearchAsync(ofList))).Reason);
    }

    [Fact]
    public async Task A_generation_that_is_gone_is_told_as_by_searches()
    {
        var gone = new RankingPlace(new Generation(1, 1), 0, 2);
        (string List, ListToken Tokens)[] forged =
        [
            ("similar", new ListToken("FindSimilarArticles", "a0")),
            ("entities", new ListToken("SearchEntities", "roe", "")),
            ("cooccurrences", new ListToken("ListCooccurrences", "person:jane roe", "Person", "")),
        ];
        foreach (var list in archive.Lists())
        {
            var token = RankingToken.Write(forged.Single(each => each.List == list.Name).Tokens, gone);
            foreach (var (page, generation) in ((string, string)[])[(token, ""), ("", $"{gone.Generation}")])
                Assert.Equal(
                    "GENERATION_EXPIRED", (await Assert.ThrowsAsync<GenerationException>(() => list.Ask(2, page, generation))).Reason);
        }
    }

    [Fact]
    public async Task The_older_name_of_the_page_size_means_the_same_and_excludes_the_newer()
    {
        var entities = archive.Client.Entities;
        var older = await entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "roe", Limit = 3 });
        Assert.Equal(await entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "roe", PageSize = 3 }), older);
        var both = await Assert.ThrowsAsync<InvalidFieldException>(
            async () => await entities.SearchEntitiesAsync(new SearchEntitiesRequest { Name = "roe", PageSize = 3, Limit = 3 }));
        Assert.Equal("page_size is given beside limit; expected one of them; leave limit out", both.Status.Detail);
        var beside = new ListCooccurrencesRequest { Id = "person:jane roe", PageSize = 3, Limit = 2 };
        Assert.Equal("FIELD_OUT_OF_RANGE", (await Assert.ThrowsAsync<InvalidFieldException>(
            async () => await entities.ListCooccurrencesAsync(beside))).Reason);
    }

    private static async Task<string> RefusedAsync(RankedList list, string token, string generation = "")
    {
        var refused = await Assert.ThrowsAsync<InvalidFieldException>(() => list.Ask(2, token, generation));
        Assert.Equal((StatusCode.InvalidArgument, "page_token"), (refused.StatusCode, refused.Field));
        return refused.Reason;
    }
}

/// <summary>The same lists while the index and the corrections change.</summary>
public sealed class ChangingRankedPagesTests(RankedArchive archive) : IClassFixture<RankedArchive>
{
    [Fact]
    public async Task What_arrives_or_is_corrected_between_two_pages_shifts_nothing()
    {
        var (before, tokens) = (new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, string>());
        foreach (var list in archive.Lists())
        {
            before.Add(list.Name, await list.WholeAsync());
            tokens.Add(list.Name, (await list.Ask(4, "", "")).Next);
        }

        await archive.ArriveAsync();
        await archive.Client.Entities.MergeEntitiesAsync(new MergeEntitiesRequest
        {
            From = new Entity { Id = before["entities"][1] },
            Into = new Entity { Id = before["entities"][^1] },
            Who = "desk",
        });
        foreach (var list in archive.Lists())
        {
            Assert.NotEqual(before[list.Name], await list.WholeAsync());
            Assert.Equal(before[list.Name].Skip(4), await list.RestAsync(2, tokens[list.Name]));
        }
    }
}
