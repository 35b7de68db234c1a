using NewsIndex.Queries;

namespace NewsIndex.Positions;

/// <summary>Counts the positions that a query reads against its limit.</summary>
internal sealed class PositionBudget(long limit)
{
    private long taken;

    /// <exception cref="QueryTooExpensiveException">The limit is exceeded.</exception>
    public void Take(int positions)
    {
        taken += positions;
        if (taken > limit)
        {
            throw new QueryTooExpensiveException(new QueryError(
                QueryErrorCode.TooExpensive, 0, 0, $"the query looks at more than {limit} places of words",
                "rarer words, or a narrower range of dates", "words that are in nearly every article are dear beside NEAR and ATLEAST")
            {
                Budget = (limit, taken),
            });
        }
    }
}
