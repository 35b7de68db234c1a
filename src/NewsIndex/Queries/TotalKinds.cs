namespace NewsIndex.Queries;

/// <summary>What to count of all that a search finds.</summary>
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
