using NewsIndex.Queries;

namespace NewsSearch.Tests.Queries;

public sealed class DateConditionTests
{
    [Theory]
    [InlineData("storm date:1987", "date:1987")]
    [InlineData("storm date:1987 date:*-03", "date:1987 AND date:*-03")]
    [InlineData("storm (date:1987 OR date:none)", "date:1987 OR date:none")]
    [InlineData("storm (date:1987 OR flood)", null)]
    [InlineData("storm OR date:1987", null)]
    [InlineData("storm NOT date:1987", "NOT date:1987")]
    [InlineData("storm NOT (date:1987 flood)", null)]
    [InlineData("(storm date:1987) OR (flood date:1988)", "date:1987 OR date:1988")]
    [InlineData("date:1987 ANDMAYBE date:1987-03", "date:1987")]
    [InlineData("storm date.reliable:true indexed:2020", null)]
    [InlineData("storm", null)]
    public void Is_what_a_query_says_of_dates_and_nothing_else(string typed, string? dates) =>
        Assert.Equal(dates, DateCondition.Of(QueryReader.Read(typed).Query!)?.Query.ToString());

    [Theory]
    [InlineData("date:[1987-03-04 TO 1987-03-10]", "1987-03-04 1987-03-10")]
    [InlineData("date:1987 date:[1987-03 TO 1990]", "1987-03-01 1987-12-31")]
    [InlineData("date:1986 OR date:1988", "1986-01-01 1988-12-31")]
    [InlineData("date:1987 OR date:none", "1987-01-01 1987-12-31")]
    [InlineData("date:>=1987", "")]
    [InlineData("date:<1987", "")]
    [InlineData("date:none", "")]
    [InlineData("date:1986 date:1988", "")]
    [InlineData("NOT date:1987", "")]
    public void Has_a_first_and_a_last_day_where_both_ends_are_given(string typed, string days) =>
        Assert.Equal(days,
            DateCondition.Of(QueryReader.Read(typed).Query!)?.Days is var (first, last)
            ? $"{DateOnly.FromDayNumber(first):o} {DateOnly.FromDayNumber(last):o}"
            : "");
}
