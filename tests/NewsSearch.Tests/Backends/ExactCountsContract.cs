using CsCheck;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Backends;

/// <summary>
/// Second tier, for engines whose counts and scores are exact: totals of texts and sources, facets, and the order of close scores. A
/// cluster may approximate them; its totals and facets then say so (<see cref="CountRelation.Approximate"/>).
/// </summary>
public abstract partial class ExactCountsContract : ArticleSearcherContract
{
    [Fact]
    public async Task Copies_are_counted_and_shown_once_where_that_is_asked()
    {
        await WriteAsync(
            Body("1", Wire),
            Body("2", Wire + " More follows.") with { Source = "A" },
            Body("3", "The minister of finance resigned.") with { Source = "B" });
        await using var searcher = OpenSearcher();
        var all = await searcher.SearchAsync(Plan("minister"), CancellationToken.None);
        Assert.Equal((3, new HitTotal(3, 2, 2)), (all.Hits.Count, all.Total));
        var once = await searcher.SearchAsync(Plan("minister dup:first"), CancellationToken.None);
        Assert.Equal((2, new HitTotal(3, 2, 2)), (once.Hits.Count, once.Total));
        var firstOfText = all.Hits.First(each => each.Id != "3").Id;
        Assert.Equal(
            all.Hits.Where(hit => hit.Id == "3" || hit.Id == firstOfText).Select(hit => hit.Id), once.Hits.Select(hit => hit.Id));
        Assert.Equal(["1", "2"], (await IdsAsync("dup:only")).Order());
        Assert.Equal(new HitTotal(2, 1, 1), (await SearchAsync("dup:only", pageSize: 0)).Total);
    }

    [Fact]
    public async Task Texts_are_as_many_as_the_hits_of_a_search_without_copies()
    {
        await WriteAsync(WireAndItsCopies);
        var page = await SearchAsync("minister dup:first", pageSize: 100);
        Assert.Equal(page.Hits.Count, page.Total.Texts);
    }

    [Fact]
    public async Task What_is_picked_of_a_facet_narrows_all_but_that_facet()
    {
        await WriteAsync(
            Body("1", "storm") with { Source = "A", Section = "Sport" },
            Body("2", "storm") with { Source = "B", Section = "Sport" },
            Body("3", "storm") with { Source = "B", Section = "News" },
            Body("4", "storm") with { Section = "News" });
        await using var searcher = OpenSearcher();
        var counted = await searcher.AggregateAsync(
            new AggregatePlan
            {
                Query = Plan("storm").Query,
                Facets = [FacetField.Source, FacetField.Section],
                Selections = [new FacetSelection(FacetField.Source, ["B"])],
            },
            CancellationToken.None);
        Assert.Equal(2, counted.Total.Articles);
        Assert.Equal([" 1", "A 1", "B 2"], counted.Facets[0].Values.Select(value => $"{value.Id} {value.Articles}").Order());
        Assert.Equal(["News 1", "Sport 1"], counted.Facets[1].Values.Select(value => $"{value.Id} {value.Articles}").Order());
        var both = await searcher.AggregateAsync(
            new AggregatePlan
            {
                Query = Plan("storm").Query,
                Selections = [new FacetSelection(FacetField.Source, ["A", ""]), new FacetSelection(FacetField.Section, ["Sport"])],
            },
            CancellationToken.None);
        Assert.Equal(1, both.Total.Articles);
    }

    [Fact]
    public async Task Facets_count_the_articles_that_their_values_find()
    {
        await WriteAsync(Labelled);
        FacetField[] fields = [FacetField.Source, FacetField.Language, FacetField.Section, FacetField.Author, FacetField.Tag];
        await using var searcher = OpenSearcher();
        var counted = await searcher.AggregateAsync(
            new AggregatePlan { Query = new Query.Everything(), Facets = fields }, CancellationToken.None);
        foreach (var facet in counted.Facets)
        {
            foreach (var value in facet.Values)
            {
                var name = facet.Field.ToString().ToLowerInvariant();
                Assert.Equal(value.Articles, (await IdsAsync(value.Id.Length == 0 ? $"NOT {name}:*" : $"{name}:\"{value.Id}\"")).Count);
            }
        }

        Assert.Equal(2, counted.Facets[0].Values.First(value => value.Id.Length > 0).Articles);
    }

    [Fact]
    public async Task Totals_and_facets_of_generated_queries_agree()
    {
        await WriteGeneratedAsync();
        await using var searcher = OpenSearcher();
        Gen.Select(Term, Term).Sample((a, b) => AgreesWithItsFacets(searcher, $"{a} OR {b}"), iter: 300, threads: 1);
    }

    private static bool AgreesWithItsFacets(IArticleSearcher searcher, string typed)
    {
        var plan = new QueryPlan { Query = QueryReader.Read(typed).Query!, PageSize = 0 };
        var page = searcher.SearchAsync(plan, CancellationToken.None).Result;
        var counted = searcher.AggregateAsync(
            new AggregatePlan { Query = plan.Query, Facets = [FacetField.Source] }, CancellationToken.None).Result;
        return counted.Total == page.Total
            && counted.Facets[0].Values.All(value => Found(searcher, Narrowed(value)).Count == value.Articles);

        string Narrowed(FacetValue value) => $"({typed}) {(value.Id.Length == 0 ? "NOT source:*" : $"source:\"{value.Id}\"")}";
    }
}
