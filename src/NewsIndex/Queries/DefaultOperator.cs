namespace NewsIndex.Queries;

/// <summary>The operator between two clauses without one.</summary>
public enum DefaultOperator
{
    And,
    Or,
}
