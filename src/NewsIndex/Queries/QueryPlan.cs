using NewsIndex.Generations;

namespace NewsIndex.Queries;

/// <summary>The order of hits. Ties are broken by article id, so pages never repeat or skip.</summary>
public enum HitOrder
{
    Relevance,

    /// <summary>By the start of the period of publication; undated articles last.</summary>
    Newest,

    /// <summary>By the start of the period of publication; undated articles last.</summary>
    Oldest,

    /// <summary>By arrival of the text in the index, earliest first; no two articles arrive together.</summary>
    Arrived,
}

/// <summary>How much of each hit to read, cheapest first.</summary>
public enum HitDetail
{
    Id,

    /// <summary>The article without its body.</summary>
    Heading,
    Article,

    /// <summary>The article and snippets.</summary>
    Snippets,

    /// <summary>The article with its mentions, and every match.</summary>
    Matches,
}

/// <summary>Everything that an engine needs to answer one search.</summary>
public sealed record QueryPlan
{
    /// <summary>The typed query with every filter of the request joined to it by AND.</summary>
    public required Query Query { get; init; }
    public HitOrder Order { get; init; }

    /// <summary>Hits to return; 0 only counts.</summary>
    public int PageSize { get; init; } = 10;

    /// <summary>The last hit of the previous page; null for the first page.</summary>
    public PageCursor? After { get; init; }

    /// <summary>The generation to answer from; null for the newest.</summary>
    public Generation? Generation { get; init; }

    /// <summary>The instant that relative dates and ages are measured from; null if neither is used.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Null disables the recency boost.</summary>
    public Recency? Recency { get; init; }

    /// <summary>True if pseudo-relevance feedback ranks the hits. It adds no hit.</summary>
    public bool UsesFeedback { get; init; }

    /// <summary>
    /// The totals to count; all by default. Without <see cref="TotalKinds.Articles"/>, an empty first page is not explained.
    /// </summary>
    public TotalKinds Totals { get; init; } = TotalKinds.All;

    /// <summary>How much of each hit to read.</summary>
    public HitDetail Detail { get; init; } = HitDetail.Snippets;
}
