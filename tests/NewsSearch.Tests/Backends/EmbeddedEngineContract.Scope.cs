using NewsIndex.Queries;

namespace NewsSearch.Tests.Backends;

/// <content>Statistics under a scope.</content>
public abstract partial class EmbeddedEngineContract
{
    /// <summary>Removes what was deleted from the files of the index, where it would move statistics.</summary>
    private protected abstract void Merge();

    /// <summary>To the last digit of a score: hidden articles move no statistic.</summary>
    [Fact]
    public async Task Every_answer_under_a_scope_is_that_of_an_index_of_the_visible_articles()
    {
        await WriteScopedAsync(_ => true);
        var visible = (EmbeddedEngineContract)Another();
        await visible.InitializeAsync();
        try
        {
            await visible.WriteScopedAsync(article => ScopedArticles.VisibleIds.Contains(article.Id));
            visible.Merge();
            await using var alone = visible.OpenSearcher();
            var expected = await ScopedAnswers.OfAsync(alone, ArticleScope.Everything);
            await using var searcher = OpenSearcher();
            foreach (var scope in ScopedArticles.Scopes)
            {
                var answers = await ScopedAnswers.OfAsync(searcher, scope);
                Assert.All(expected, each => Assert.Equal($"{each.Key}: {each.Value}", $"{each.Key}: {answers[each.Key]}"));
            }
        }
        finally
        {
            await visible.DisposeAsync();
        }
    }
}
