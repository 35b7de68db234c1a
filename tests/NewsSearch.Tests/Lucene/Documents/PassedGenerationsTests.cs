using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Lucene.Documents;

/// <summary>Which generations an index knows as its own.</summary>
public sealed class PassedGenerationsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_state_that_an_index_was_in_can_be_asked_since_whatever_was_replaced_or_merged()
    {
        var random = new Random(7);
        var states = new List<Generation> { default };
        for (var commit = 0; commit < 30; commit++)
            states.Add(await WriteAsync("a",
                Enumerable.Range(0, random.Next(1, 4)).Select(_ => Storm($"{random.Next(8)}", $"storm {commit} {random.Next(1000)}"))));
        NewsIndexServices.Merge(Options("a"));
        foreach (var state in states)
            Assert.Equal(await CountAsync("a", $"since:{state}"), await CountAsync("a", $"since:{state} storm"));
        Assert.Equal(0, await CountAsync("a", $"since:{states[^1]}"));
    }

    [Fact]
    public async Task A_generation_of_an_index_that_was_built_again_in_another_order_is_refused()
    {
        var articles = Enumerable.Range(0, 10).Select(i => Storm($"{i}", $"storm {i}")).ToList();
        var middle = await WriteAsync("first", articles.Take(6));
        var end = await WriteAsync("first", articles.Skip(6));
        Assert.Equal(end, await WriteAsync("again", Enumerable.Reverse(articles)));

        await Assert.ThrowsAsync<GenerationUnknownException>(() => CountAsync("again", $"storm since:{middle}"));
        // At the end both held the same articles: nothing is missed.
        await WriteAsync("again", [Storm("10", "storm 10")]);
        Assert.Equal(1, await CountAsync("again", $"storm since:{end}"));
    }

    [Fact]
    public async Task A_generation_of_an_index_that_was_built_again_in_the_same_order_is_known()
    {
        var articles = Enumerable.Range(0, 10).Select(i => Storm($"{i}", $"storm {i}")).ToList();
        var middle = await WriteAsync("first", articles.Take(6));
        await WriteAsync("again", articles);
        Assert.Equal(4, await CountAsync("again", $"storm since:{middle}"));
    }

    [Fact]
    public async Task The_number_of_a_state_with_another_fingerprint_is_refused()
    {
        var now = await WriteAsync("a", [Storm("1", "storm")]);
        await WriteAsync("a", [Storm("2", "storm")]);
        await Assert.ThrowsAsync<GenerationUnknownException>(() =>
            CountAsync("a", $"since:{now with { Fingerprint = now.Fingerprint + 1 }}"));
        await Assert.ThrowsAsync<GenerationUnknownException>(() => CountAsync("a", "since:0-0000000000000001"));
    }

    private static Article Storm(string id, string body) => new() { Id = id, Body = body, Language = "en" };

    private NewsIndexOptions Options(string name) => new() { Directory = folder.File(name) };

    private async Task<Generation> WriteAsync(string name, IEnumerable<Article> articles)
    {
        await using var writer = NewsIndexServices.OpenWriter(Options(name), TimeProvider.System);
        await writer.WriteAsync([.. articles], CancellationToken.None);
        return await writer.CommitAsync(CancellationToken.None);
    }

    private async Task<long> CountAsync(string name, string typed)
    {
        await using var searcher = NewsIndexServices.OpenSearcher(Options(name), TimeProvider.System);
        return (await searcher.SearchAsync(new QueryPlan { Query = QueryReader.Read(typed).Query!, Detail = HitDetail.Id },
            CancellationToken.None)).Total.Articles;
    }
}
