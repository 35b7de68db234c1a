using NewsIndex.Generations;

namespace NewsIndex.Queries;

/// <summary>Which hits come first. Ties are broken by article id, so that pages never repeat or skip.</summary>
public enum HitOrder
{
    Relevance,

    /// <summary>By the start of the period of publication; undated articles last.</summary>
    Newest,

    /// <summary>By the start of the period of publication; undated articles last.</summary>
    Oldest,

    /// <summary>By when its text came into the index, the first one first: two articles never came in together.</summary>
    Arrived,
}

/// <summary>How much of each hit to read, from the cheapest on.</summary>
public enum HitDetail
{
    Id,
    Article,

    /// <summary>The article, and passages that show where it matches.</summary>
    Snippets,

    /// <summary>The article, and every place where it matches.</summary>
    Matches,
}

/// <summary>All that a backend needs to answer one search.</summary>
public sealed record QueryPlan
{
    /// <summary>The typed query with every filter of the request joined to it by AND.</summary>
    public required Query Query { get; init; }
    public HitOrder Order { get; init; }

    /// <summary>Hits to return; 0 only counts.</summary>
    public int PageSize { get; init; } = 10;

    /// <summary>Where the page before ended; null for the first page.</summary>
    public PageCursor? After { get; init; }

    /// <summary>The state of the index to answer from; null for the newest.</summary>
    public Generation? Generation { get; init; }

    /// <summary>What relative dates of the query and the age of articles are counted from; null where neither counts.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Null when the age of an article has no say in its score.</summary>
    public Recency? Recency { get; init; }

    /// <summary>Whether words of the best hits help to rank the others. They add no hit.</summary>
    public bool UsesFeedback { get; init; }

    /// <summary>How much of each hit to read.</summary>
    public HitDetail Detail { get; init; } = HitDetail.Snippets;
}

/// <summary>The last hit of a page, in the order of the hits.</summary>
/// <param name="Generation">The state of the index that the page was read from.</param>
/// <param name="SortKey">What the hit was ordered by: larger comes first.</param>
/// <param name="Id">The hit's article: among equal keys, the smaller id in ordinal order comes first.</param>
public sealed record PageCursor(Generation Generation, long SortKey, string Id);
