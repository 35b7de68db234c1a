using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Lucene.Translation;

/// <summary>What a query may cost while it runs: beyond a limit it is refused with limit and actual, never cut short.</summary>
public sealed class QueryBudgetTests
{
    [Theory]
    [InlineData("storm NEAR/5 coast", 1000, 0, 0)]
    [InlineData("ATLEAST/2 storm", 1000, 0, 0)]
    [InlineData("word*", 0, 3, 0)]
    [InlineData("/word[0-9]/", 0, 3, 0)]
    [InlineData("worda~1", 0, 3, 0)]
    [InlineData("word* NEAR/5 storm", 0, 0, 3)]
    [InlineData("body:word*", 0, 0, 3)]
    public async Task Refuses_what_costs_too_much(string typed, long positions, int terms, int placed)
    {
        using var folder = new TemporaryFolder();
        var limits = new QueryLimits
        {
            Positions = positions > 0 ? positions : QueryLimits.Default.Positions,
            ExpandedTerms = terms > 0 ? terms : QueryLimits.Default.ExpandedTerms,
            PlacedTerms = placed > 0 ? placed : QueryLimits.Default.PlacedTerms,
        };
        var options = new NewsIndexOptions { Directory = folder.File("index"), Limits = limits };
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
        {
            await writer.WriteAsync(
                [new Article { Id = "1", Body = string.Join(' ', [.. Enumerable.Repeat("storm coast", 1100), "word1 word2 word3 word4"]) }],
                CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        var plan = new QueryPlan { Query = QueryReader.Read(typed).Query! };
        var refused = await Assert.ThrowsAsync<QueryTooExpensiveException>(() => searcher.SearchAsync(plan, CancellationToken.None));
        var (limit, actual) = refused.Error.Budget!.Value;
        Assert.Equal(Math.Max(positions, Math.Max(terms, placed)), limit);
        Assert.True(actual > limit);
    }
}
