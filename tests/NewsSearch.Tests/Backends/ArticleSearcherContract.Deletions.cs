using NewsIndex.Engines;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Backends;

/// <content>Articles that are deleted.</content>
public abstract partial class ArticleSearcherContract
{
    [Fact]
    public async Task A_deleted_article_is_gone_with_all_its_texts()
    {
        await WriteAsync(Body("a", "storm"), Body("b", "storm"), Body("c", "calm"));
        await WriteAsync(Body("a", "storm again"));
        Assert.Equal([true, false, true], await DeleteAsync("a", "nowhere", "a"));

        Assert.Equal(["b"], await IdsAsync("storm"));
        await using var searcher = OpenSearcher();
        Assert.Equal(2, (await searcher.DescribeAsync(CancellationToken.None)).Articles);
        Assert.Null(await searcher.FindAsync("a", CancellationToken.None));
        Assert.Empty(await searcher.ListRevisionsAsync("a", ArticleScope.Everything, CancellationToken.None));
    }

    [Fact]
    public async Task What_is_deleted_comes_back_when_it_is_restored_and_no_sooner()
    {
        await WriteAsync(Body("a", "storm"), Body("b", "storm"));
        var before = await GenerationAsync();
        await DeleteAsync("a");
        Assert.Equal([WriteOutcome.Deleted, WriteOutcome.Unchanged], await WriteAsync(Body("a", "storm"), Body("b", "storm")));
        Assert.Equal(["b"], await IdsAsync("storm"));

        await using (var writer = OpenWriter())
        {
            writer.Restore(["a", "b", "nowhere"]);
            Assert.Equal([WriteOutcome.New], await writer.WriteAsync([Body("a", "storm")], CancellationToken.None));
            await writer.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(["a", "b"], (await IdsAsync("storm")).Order());
        Assert.Equal(before with { Number = before.Number + 2 }, await GenerationAsync());
        Assert.Equal([WriteOutcome.Unchanged], await WriteAsync(Body("a", "storm")));
    }

    [Fact]
    public async Task A_restoration_that_is_not_committed_does_not_hold()
    {
        await WriteAsync(Body("a", "storm"));
        await DeleteAsync("a");
        await using (var writer = OpenWriter())
        {
            writer.Restore(["a"]);
            await writer.WriteAsync([Body("a", "storm")], CancellationToken.None);
        }

        Assert.Equal([WriteOutcome.Deleted], await WriteAsync(Body("a", "storm")));
    }

    [Fact]
    public async Task Deleting_twice_says_deleted_twice_and_makes_one_generation()
    {
        await WriteAsync(Body("a", "storm"));
        Assert.Equal([true], await DeleteAsync("a"));
        var once = await GenerationAsync();
        Assert.Equal([true], await DeleteAsync("a"));
        Assert.Equal(once, await GenerationAsync());
    }

    /// <summary>An alert that asks with an older generation must not be told that the index never had it.</summary>
    [Fact]
    public async Task Generations_of_deleted_texts_remain_known()
    {
        await WriteAsync(Body("a", "storm"));
        var first = await GenerationAsync();
        await WriteAsync(Body("a", "storm again"));
        var second = await GenerationAsync();
        await DeleteAsync("a");
        var third = await GenerationAsync();
        await WriteAsync(Body("b", "storm"));
        foreach (var generation in new[] { first, second, third })
            Assert.Equal(["b"], await IdsAsync($"storm since:{generation}"));
    }

    [Fact]
    public async Task A_writer_sees_what_it_deletes_before_and_after_a_commit()
    {
        await using var writer = OpenWriter();
        await writer.WriteAsync([Body("a", "storm") with { Source = "Times" }], CancellationToken.None);
        Assert.Equal(new KnownArticle("Times", IsDeleted: false), writer.Find("a"));
        Assert.Null(writer.Find("b"));
        await writer.DeleteAsync(["a"], CancellationToken.None);
        Assert.Equal(new KnownArticle("Times", IsDeleted: true), writer.Find("a"));
        writer.Restore(["a"]);
        Assert.Null(writer.Find("a"));
        Assert.Equal([WriteOutcome.New], await writer.WriteAsync([Body("a", "storm")], CancellationToken.None));
    }

    [Fact]
    public async Task The_first_article_of_near_copies_that_remains_names_them()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}"));
        await WriteAsync(Body("a", text), Body("b", text + " more"), Body("c", text + " again"));
        await DeleteAsync("a");
        await using var searcher = OpenSearcher();
        foreach (var id in new[] { "b", "c" })
            Assert.Equal("b", (await searcher.FindAsync(id, CancellationToken.None))!.CopyGroup);
    }

    /// <summary>Against a set of ids: any order of writing, deleting, restoring and opening anew.</summary>
    [Fact]
    public async Task An_index_holds_what_was_written_and_not_deleted_since()
    {
        var random = new Random(24);
        var (there, deleted) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<string>());
        for (var step = 0; step < 30; step++)
        {
            await using var writer = OpenWriter();
            var ids = Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"{random.Next(12)}").Distinct().ToArray();
            if (random.Next(3) == 0)
            {
                var expected = ids.Select(id => there.Contains(id) || deleted.Contains(id));
                Assert.Equal(expected, await writer.DeleteAsync(ids, CancellationToken.None));
                deleted.UnionWith(ids.Where(there.Contains));
                there.ExceptWith(ids);
                continue;
            }

            if (random.Next(4) == 0)
            {
                writer.Restore(ids);
                deleted.ExceptWith(ids);
            }

            var outcomes = await writer.WriteAsync([.. ids.Select(id => Body(id, $"storm {step}"))], CancellationToken.None);
            Assert.Equal(ids.Select(deleted.Contains), outcomes.Select(outcome => outcome == WriteOutcome.Deleted));
            await writer.CommitAsync(CancellationToken.None);
            there.UnionWith(ids.Where(id => !deleted.Contains(id)));
            await using var searcher = OpenSearcher();
            var page = await searcher.SearchAsync(Plan("storm") with { PageSize = 100 }, CancellationToken.None);
            Assert.Equal(there, page.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
        }
    }

    private async Task<IReadOnlyList<bool>> DeleteAsync(params string[] ids)
    {
        await using var writer = OpenWriter();
        return await writer.DeleteAsync(ids, CancellationToken.None);
    }
}
