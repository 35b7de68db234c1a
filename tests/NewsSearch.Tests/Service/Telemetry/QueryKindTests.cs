using NewsIndex.QueryText;
using SearchService.Telemetry;

namespace NewsSearch.Tests.Service.Telemetry;

public sealed class QueryKindTests
{
    [Theory]
    [InlineData("*", "all")]
    [InlineData("source:Herald", "filter")]
    [InlineData("person:\"Jane Roe\" date:2001", "filter")]
    [InlineData("storm", "word")]
    [InlineData("exact:storm source:Herald", "word")]
    [InlineData("storm OR flood OR \"high water\"", "phrase")]
    [InlineData("storm NEAR/3 flood", "proximity")]
    [InlineData("\"high water\" NOT (storm NEAR/3 flood)", "proximity")]
    [InlineData("sto*", "pattern")]
    [InlineData("storm~1 NEAR/3 flood", "pattern")]
    public void Is_that_of_the_most_expensive_clause(string typed, string kind) =>
        Assert.Equal(kind, QueryKind.Of(QueryTextReader.Read(typed, new NewsIndex.Queries.QueryOptions()).Query!));
}
