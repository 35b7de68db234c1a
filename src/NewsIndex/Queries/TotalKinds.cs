namespace NewsIndex.Queries;

/// <summary>The totals to count.</summary>
[Flags]
public enum TotalKinds
{
    None = 0,
    Articles = 1,

    /// <summary>Articles with near-duplicates counted once.</summary>
    Texts = 2,
    Sources = 4,
    All = Articles | Texts | Sources,
}
