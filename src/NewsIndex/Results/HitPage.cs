using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace NewsIndex.Results;

/// <summary>One page of what a search found.</summary>
/// <param name="Total">All that match, exactly, near copies included even where only one of them is a hit.</param>
/// <param name="Next">Where the next page begins; null on the last page.</param>
/// <param name="Notices">What the reader should know of how the query was answered, as sentences.</param>
public sealed record HitPage(
    IReadOnlyList<Hit> Hits, HitTotal Total, PageCursor? Next, Generation Generation, IReadOnlyList<string> Notices)
{
    /// <summary>How each name of an entity in the query was read.</summary>
    public IReadOnlyList<EntityReading> Entities { get; init; } = [];

    /// <summary>Why there is nothing; null where there is something, or no more to say.</summary>
    public EmptyResult? Empty { get; init; }
}

/// <param name="Article">Null when the plan asked for ids alone; its content hash is empty, since it takes longer than the rest.</param>
/// <param name="Score">The sum of BM25 over the words of the query, 0 or more; filters add nothing.</param>
public sealed record Hit(string Id, StoredArticle? Article, float Score, IReadOnlyList<Snippet> Snippets)
{
    /// <summary>Why its passages could not be shown; null when they could.</summary>
    public string? Notice { get; init; }

    /// <summary>The place of the hit among all, from which its page goes on.</summary>
    public PageCursor? Cursor { get; init; }

    /// <summary>Where the query matches, in headline and body, when the plan asked for it.</summary>
    public HitMatches? Matches { get; init; }
}

/// <param name="Headline">Offsets into the headline, in UTF-16 code units, in order; some may overlap.</param>
public sealed record HitMatches(IReadOnlyList<TextRange> Headline, IReadOnlyList<TextRange> Body);
