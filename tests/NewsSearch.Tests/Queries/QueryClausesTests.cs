using NewsIndex.Queries;

namespace NewsSearch.Tests.Queries;

public sealed class QueryClausesTests
{
    [Theory]
    [InlineData("storm", "storm")]
    [InlineData("storm coast", "storm | coast")]
    [InlineData("storm AND (coast AND (date:1987 AND flood))", "storm | coast | date:1987 | flood")]
    [InlineData("storm OR coast", "storm OR coast")]
    [InlineData("(storm AND coast) ANDMAYBE flood", "storm | coast")]
    [InlineData("storm NOT coast", "storm | NOT coast")]
    public void The_required_clauses_are_those_of_all_nested_ANDs(string typed, string clauses) =>
        Assert.Equal(clauses, string.Join(" | ", QueryClauses.Required(Read(typed))));

    [Theory]
    [InlineData("exact:\"US\"", "US")]
    [InlineData("exact:\"prime minister\"", "\"prime minister\"")]
    [InlineData("\"prime minister\"", "prime AND minister")]
    [InlineData("headline:storm", "storm")]
    [InlineData("headline:storm*", "storm*")]
    [InlineData("storm NEAR/5 coast", "storm AND coast")]
    [InlineData("ATLEAST/3 storm", "storm")]
    [InlineData("FIRST/20 storm", "storm")]
    [InlineData("person:=\"Jane Roe\"", "person:\"Jane Roe\"")]
    [InlineData("person:\"Jane Roe\"", "person:~\"Jane Roe\"")]
    [InlineData("quote:(tax BY roe)", "quote:(tax)")]
    [InlineData("quote:tax", "tax")]
    [InlineData("\"prime minister\"^2", "prime AND minister")]
    [InlineData("storm", null)]
    [InlineData("date:1987", null)]
    [InlineData("person:~\"Jane Roe\"", null)]
    public void A_clause_has_a_next_broader_form(string typed, string? wider) =>
        Assert.Equal(wider, QueryClauses.Wider(Read(typed))?.ToString());

    [Theory]
    [InlineData("date:1987", true)]
    [InlineData("date:none", true)]
    [InlineData("source:Reuters OR date:1987", true)]
    [InlineData("NOT storm", true)]
    [InlineData("storm OR date:1987", false)]
    [InlineData("person:Roe", false)]
    [InlineData("storm", false)]
    public void Filters_are_clauses_without_text_or_names(string typed, bool isFilter) =>
        Assert.Equal(isFilter, QueryClauses.IsFilter(Read(typed)));

    [Theory]
    [InlineData("\"prime minister prime\"", "prime | minister")]
    [InlineData("storm NEAR/5 coast", "storm | coast")]
    [InlineData("storm", "")]
    public void A_clause_needs_its_parts(string typed, string parts) =>
        Assert.Equal(parts, string.Join(" | ", QueryClauses.Needed(Read(typed))));

    [Fact]
    public void Clauses_joined_again_are_the_query()
    {
        Assert.Equal(Read("*"), QueryClauses.Joined([]));
        Assert.Equal(Read("storm"), QueryClauses.Joined([Read("storm")]));
        Assert.Equal("storm AND coast AND flood", QueryClauses.Joined([Read("storm AND coast"), Read("flood")]).ToString());
    }

    private static Query Read(string typed) => QueryReader.Read(typed, QueryOptions.Default).Query!;
}
