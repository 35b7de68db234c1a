using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Backends;

/// <summary>
/// Third tier, for engines that run in this process: what needs the positions of every hit, the whole dictionary, statistics that nothing
/// else moves, or a lock on the directory.
/// </summary>
public abstract partial class EmbeddedEngineContract : ExactCountsContract
{
    [Fact]
    public async Task Occurrences_and_marks_are_those_of_each_articles_own_language()
    {
        await WriteAsync([.. EnglishNews, ForeignArticles.OneInEachLanguage[12]]);
        await using var searcher = OpenSearcher();
        var counts = await searcher.AggregateAsync(new AggregatePlan { Query = Plan("the who").Query, WithOccurrences = true },
            CancellationToken.None);
        // "Who" in two English articles, where "the" is left out; "the" and "who" in the French one.
        Assert.Equal(1 + 1 + 2, counts.Occurrences!.Value.Matches);
        counts = await searcher.AggregateAsync(new AggregatePlan { Query = Plan("the").Query, WithOccurrences = true },
            CancellationToken.None);
        Assert.Equal((7 + 1, 10 + 1), (counts.Total.Articles, counts.Occurrences!.Value.Matches));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 1)]
    [InlineData(2, 0)]
    public async Task An_entity_is_described_with_its_days_and_its_undated_articles(int dated, int undated)
    {
        NamedEntity[] jane = [new("Jane Roe", EntityType.Person)];
        await WriteAsync(
        [
            .. Enumerable.Range(1, dated).Select(i => Dated($"d{i}", $"1987-0{i}") with { Entities = jane }),
            .. Enumerable.Range(1, undated).Select(i => Body($"u{i}", "undated") with { Entities = jane }),
            Body("other", "undated"),
        ]);
        await using var searcher = OpenSearcher();
        var card = await searcher.FindEntityAsync(EntityReference.Named(EntityType.Person, "jane roe"), CancellationToken.None);
        Assert.Equal((dated + undated, undated), (card!.Articles, card.Undated));
        (DateOnly?, DateOnly?) days = dated == 0 ? (null, null) : (new DateOnly(1987, 1, 1), new DateOnly(1987, 2, 28));
        Assert.Equal(days, (card.First, card.Last));
    }

    [Fact]
    public async Task A_timeline_has_the_occurrences_of_each_period()
    {
        await WriteAsync(StormsOfTwoMonths);
        await using var searcher = OpenSearcher();
        var counted = await searcher.AggregateAsync(
            new AggregatePlan
            {
                Query = Plan("storm date:[2024-01 TO 2024-03]").Query,
                Timeline = new TimelinePlan(TimelineInterval.Month),
                WithOccurrences = true,
            },
            CancellationToken.None);
        Assert.Equal(
            ["2024-01 2", "2024-02 0", "2024-03 1"], counted.Timeline!.Buckets.Select(bucket => $"{bucket.Start} {bucket.Occurrences}"));
        Assert.Equal((3, 5), counted.Occurrences);
    }

    [Fact]
    public async Task A_pattern_that_stands_for_too_many_words_is_refused_with_the_limit()
    {
        await WriteAsync(Body("1", string.Join(' ', Enumerable.Range(0, 10_050).Select(i => $"word{i}"))));
        var refused = await Assert.ThrowsAsync<QueryTooExpensiveException>(() => SearchAsync("word*"));
        Assert.Equal(10_000, refused.Error.Budget!.Value.Limit);
        Assert.Equal(1, (await SearchAsync("word123*")).Total.Articles);
    }

    [Theory]
    [InlineData("\"a* b*\"")]
    [InlineData("e-a*")]
    [InlineData("a* NEAR/5 storm")]
    public async Task Patterns_of_too_many_words_are_refused_where_their_places_count(string typed)
    {
        await WriteAsync(
            [.. Enumerable.Range(0, 3)
            .Select(i => Body($"{i}", string.Join(' ', Enumerable.Range(0, 1000).Select(j => $"a{i}x{j} b{i}x{j}"))))]);
        var failure = await Assert.ThrowsAsync<QueryTooExpensiveException>(() => SearchAsync(typed));
        Assert.Contains("stands for more than 2000 words", failure.Error.Message);
    }

    [Fact]
    public async Task A_second_writer_is_refused()
    {
        await using var writer = OpenWriter();
        Assert.Throws<IndexLockedException>(OpenWriter);
    }

    [Fact]
    public async Task Says_what_a_query_would_take()
    {
        await WriteAsync(Body("1", "storm storms stormy"), Body("2", "storm"));
        await using var searcher = OpenSearcher();
        var cost = await searcher.EstimateAsync(Plan("stor* storm date:1987").Query, CancellationToken.None);
        Assert.Equal((3, 4, 6), (cost.Clauses, cost.Terms, cost.Postings));
    }

    [Fact]
    public async Task Terms_of_a_large_result_do_not_depend_on_the_order_in_which_the_articles_came()
    {
        var articles = Enumerable.Range(0, 1300).Select(i => Body($"{i:0000}", $"storm gale{i % 2} ferry{i % 37} harbour{i / 130}"))
            .ToArray();
        await WriteAsync(articles);
        var other = (EmbeddedEngineContract)Another();
        await other.InitializeAsync();
        try
        {
            foreach (var part in articles.Reverse().Chunk(450))
                await other.WriteAsync(part);
            var terms = await TermsAsync("storm");
            Assert.Equal("500 of storm", terms[0]);
            Assert.Equal(terms, await other.TermsAsync("storm"));
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<string>> TermsAsync(string typed)
    {
        await using var searcher = OpenSearcher();
        var counted = await searcher.AggregateAsync(
            new AggregatePlan { Query = Plan(typed).Query, WithTerms = true, Limit = 100 }, CancellationToken.None);
        return
        [
            $"{counted.Terms!.Sample} of {typed}",
            .. counted.Terms.Top.Concat(counted.Terms.Distinctive)
                .Select(term => $"{term.Word} {term.Articles} {term.ArchiveArticles} {term.Significance:R}"),
        ];
    }
}
