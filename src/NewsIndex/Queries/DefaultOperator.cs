namespace NewsIndex.Queries;

/// <summary>What stands between two words that nothing stands between.</summary>
public enum DefaultOperator
{
    And,
    Or,
}
