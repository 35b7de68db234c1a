using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Backends;

/// <content>What has come in since.</content>
public abstract partial class ArticleSearcherContract
{
    [Fact]
    public async Task What_came_in_after_a_generation_is_what_is_new_or_has_another_text()
    {
        await WriteAsync(Body("old", "storm"), Body("changed", "storm"), Body("becomes one", "calm"));
        var before = await GenerationAsync();
        Assert.Empty(await IdsAsync($"storm since:{before}"));

        await WriteAsync(
            Body("z", "a storm"), Body("old", "storm"), Body("calm", "sea"), Body("changed", "storm again"),
            Body("becomes one", "a storm"));
        Assert.Equal(["z", "changed", "becomes one"], await IdsAsync($"storm since:{before}", HitOrder.Arrived));
        Assert.Equal(["old"], await IdsAsync($"storm NOT since:{before}"));
        Assert.Equal(["old", "z", "changed", "becomes one"], await IdsAsync("storm", HitOrder.Arrived));
        Assert.Empty(await IdsAsync($"storm since:{await GenerationAsync()}"));
    }

    [Fact]
    public async Task Who_asks_with_the_generation_of_the_reply_before_gets_each_text_once()
    {
        var random = new Random(18);
        var seen = new List<string>();
        var written = new List<string>();
        await WriteAsync(Body("first", "storm"));
        var last = await GenerationAsync();
        for (var commit = 0; commit < 100; commit++)
        {
            var articles = Enumerable
                .Range(0, random.Next(1, 5))
                .Select(_ => random.Next(40))
                .Distinct()
                .Select(id => Body($"{id}", random.Next(4) == 0 ? "calm" : $"storm {commit}"))
                .ToArray();
            var outcomes = await WriteAsync(articles);
            written.AddRange(
                articles.Where(
                    (article, i) =>
                        article.Body != "calm" && outcomes[i] is WriteOutcome.New or WriteOutcome.Updated && article.Body != "calm")
                    .Select(article => $"{article.Id} {article.Body}"));
            if (random.Next(3) > 0)
                continue;
            (last, var hits) = await LookAsync(last);
            seen.AddRange(hits);
        }

        seen.AddRange((await LookAsync(last)).Hits);
        // A text that was replaced before anybody looked is not missed by anybody: the one that replaced it is there.
        Assert.Equal(seen.Distinct(), seen);
        Assert.Subset(written.ToHashSet(), seen.ToHashSet());
        // Opened now: one that was open all along may not have seen the last commit yet.
        await using var searcher = OpenSearcher();
        var now = await searcher.SearchAsync(Plan("storm NOT first") with { PageSize = 100 }, CancellationToken.None);
        Assert.Subset(
            seen.ToHashSet(), now.Hits.Where(hit => hit.Id != "first").Select(hit => $"{hit.Id} {hit.Article!.Article.Body}").ToHashSet());

        async Task<(Generation Generation, IEnumerable<string> Hits)> LookAsync(Generation since)
        {
            // Another searcher each time: it sees the newest commit at once.
            await using var fresh = OpenSearcher();
            var page = await fresh.SearchAsync(
                Plan($"storm since:{since}") with { Order = HitOrder.Arrived, PageSize = 100 }, CancellationToken.None);
            return (page.Generation, page.Hits.Select(hit => $"{hit.Id} {hit.Article!.Article.Body}"));
        }
    }

    [Fact]
    public async Task What_came_after_a_state_that_never_was_is_refused()
    {
        await WriteAsync(Body("1", "storm"));
        var now = await GenerationAsync();
        await Assert.ThrowsAsync<GenerationUnknownException>(() => SearchAsync($"storm OR since:{now with { Number = now.Number + 1 }}"));
        await Assert.ThrowsAsync<GenerationUnknownException>(
            () => SearchAsync($"storm AND NOT since:{now with { Fingerprint = now.Fingerprint + 1 }}"));
    }
}
