using CsCheck;
using NewsIndex.Queries;
using NewsIndex.QueryText;

namespace NewsSearch.Tests.Queries;

public sealed class LuceneSyntaxTests
{
    private static readonly QueryOptions Lucene = new() { Syntax = QuerySyntax.Lucene, DefaultOperator = DefaultOperator.Or };

    [Theory]
    [InlineData("storm coast", "storm OR coast")]
    [InlineData("+storm +coast", "storm AND coast")]
    [InlineData("+storm coast", "storm ANDMAYBE coast")]
    [InlineData("storm -coast", "storm AND NOT coast")]
    [InlineData("storm AND coast", "storm AND coast")]
    [InlineData("storm AND NOT coast", "storm AND NOT coast")]
    [InlineData("storm && (coast || sea)", "storm AND (coast OR sea)")]
    [InlineData("a AND b OR c", "(a AND b) OR c")]
    [InlineData("\"prime minister\"", "\"prime minister\"")]
    [InlineData("\"prime minister\"~4", "\"prime minister\"~4")]
    [InlineData("headline:strike", "headline:strike")]
    [InlineData("title:(strike walkout)", "headline:strike OR headline:walkout")]
    [InlineData("elect* wom?n", "elect* OR wom?n")]
    [InlineData("roam~", "roam~2")]
    [InlineData("roam~1", "roam~1")]
    [InlineData("jakarta^4 apache", "jakarta^4 OR apache")]
    [InlineData("(a b)^2", "(a OR b)^2")]
    [InlineData("date:[1987-10 TO 1987-11]", "date:[1987-10 TO 1987-11]")]
    [InlineData("date:{1987 TO *]", "date:{1987 TO *]")]
    [InlineData("person:\"Angela Merkel\"", "person:\"Angela Merkel\"")]
    [InlineData("/joh?n(ath[oa]n)/", "/joh?n(ath[oa]n)/")]
    [InlineData(@"/and\/or/", @"/and\/or/")]
    [InlineData(@"/and\\/or/", @"/and\\\/or/")]
    [InlineData("*:*", "*")]
    [InlineData("", "*")]
    [InlineData("what\\?", "what\\?")]
    [InlineData("volcker?", "/volcker./")]
    [InlineData("\"oil pric*\"", "\"oil pric*\"")]
    [InlineData("\"oil pric*\"~3", "\"oil pric*\"~3")]
    [InlineData("\"oil pric\\*\"", "\"oil pric\\*\"")]
    [InlineData("title:\"stock * rules\"", "headline:\"stock * rules\"")]
    [InlineData("anti-semit*", "anti-semit*")]
    [InlineData("source: Reuters", "source:\"Reuters\"")]
    [InlineData("fox !barn", "fox AND NOT barn")]
    [InlineData("date:>=2024-12", "date:[2024-12 TO *]")]
    [InlineData("date:<2024", "date:[* TO 2024}")]
    [InlineData("author:[* TO *]", "author:*")]
    [InlineData("_exists_:author", "author:*")]
    public void Reads(string typed, string canonical) =>
        Assert.Equal(
            canonical,
            QueryTextReader.Read(typed, Lucene) is { Query: { } query }
                ? query.ToString()
                : QueryTextReader.Read(typed, Lucene).Error!.ToString());

    [Theory]
    [InlineData("storm AND", QueryErrorCode.Syntax, 6)]
    [InlineData("(storm", QueryErrorCode.Syntax, 0)]
    [InlineData("fox (storm OR (barn)", QueryErrorCode.Syntax, 4)]
    [InlineData("hedline:storm", QueryErrorCode.UnknownField, 0)]
    [InlineData("\"storm", QueryErrorCode.Syntax, 0)]
    [InlineData("fox)", QueryErrorCode.Syntax, 3)]
    [InlineData("fox NEAR/5 barn", QueryErrorCode.Syntax, 8)]
    [InlineData("fox https://a.b/c", QueryErrorCode.Syntax, 4)]
    [InlineData("{!complexphrase}\"oil pric*\"", QueryErrorCode.Syntax, 0)]
    [InlineData("Brexit: what now", QueryErrorCode.UnknownField, 0)]
    [InlineData("fox Brexit : now", QueryErrorCode.UnknownField, 4)]
    [InlineData("fox AND hedline:storm", QueryErrorCode.UnknownField, 8)]
    [InlineData("roam~9", QueryErrorCode.Syntax, 0)]
    [InlineData("date:[1987-13 TO 1988]", QueryErrorCode.BadDate, 6)]
    [InlineData("[a TO b]", QueryErrorCode.Syntax, 1)]
    public void Says_what_is_wrong_and_where(string typed, QueryErrorCode code, int offset)
    {
        var error = QueryTextReader.Read(typed, Lucene).Error;
        Assert.NotNull(error);
        Assert.Equal((code, offset), (error.Code, error.Offset));
    }

    [Theory]
    [InlineData("(storm", "storm")]
    [InlineData("\"storm", "\"storm\"")]
    [InlineData("storm AND", "storm")]
    [InlineData("fox https://a.b/c", "fox OR \"https://a.b/c\"")]
    public void Forgives_what_keeps_the_meaning(string typed, string canonical)
    {
        var reading = QueryTextReader.Read(typed, Lucene with { IsForgiving = true });
        Assert.Equal(canonical, reading.Query?.ToString());
        Assert.Single(reading.Notices);
        Assert.NotNull(QueryTextReader.Read(typed, Lucene).Error!.Mended);
    }

    [Theory]
    [InlineData("\"oil pric*\"", "complex phrases")]
    [InlineData("volcker?", "one more letter")]
    [InlineData("fox Or cat", "the operator is OR")]
    [InlineData("C++", "is not searched")]
    public void Notices(string typed, string notice) => Assert.Contains(notice, Assert.Single(QueryTextReader.Read(typed, Lucene).Notices));

    [Fact]
    public void Refuses_nesting_that_would_exhaust_the_stack() =>
        Assert.Equal(
            QueryErrorCode.TooExpensive,
            QueryTextReader.Read(new string('(', 100_000) + "a" + new string(')', 100_000), Lucene).Error!.Code);

    [Fact]
    public void Prints_what_reads_back_in_our_own_language() => AnyTypedQuery.Text.Sample(
        typed =>
        {
            var reading = QueryTextReader.Read(typed, Lucene);
            return reading.Query is null
                ? reading.Error is { } error && error.Offset >= 0 && error.Offset + error.Length <= Math.Max(typed.Length, 1)
                : reading.Query.Equals(QueryReader.Read(reading.Query.ToString()).Query);
        },
        iter: 50_000);

    /// <summary>Words, words that all must be there, and phrases mean the same in either syntax.</summary>
    [SharedDataFact]
    public void Reads_the_962_queries_of_the_search_benchmark_game_as_our_own_language_does()
    {
        var queries = File.ReadLines(Path.Combine(Repository.SharedData!, "queries", "search-benchmark-game.jsonl"))
            .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("query").GetString()!).ToList();
        Assert.Equal(962, queries.Count);
        Assert.All(
            queries,
            query =>
                Assert.Equal(
                    QueryReader.Read(query, new QueryOptions { DefaultOperator = DefaultOperator.Or }).Query,
                    QueryTextReader.Read(query, Lucene).Query));
    }
}
