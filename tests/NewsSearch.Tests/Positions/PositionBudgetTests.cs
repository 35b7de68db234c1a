using NewsIndex.Positions;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Positions;

public sealed class PositionBudgetTests
{
    [Fact]
    public void The_limit_itself_is_allowed_and_one_more_is_not()
    {
        var budget = new PositionBudget(10);
        budget.Take(4);
        budget.Take(6);
        var thrown = Assert.Throws<QueryTooExpensiveException>(() => budget.Take(1));
        Assert.Equal((10L, 11L), thrown.Error.Budget);
    }
}
