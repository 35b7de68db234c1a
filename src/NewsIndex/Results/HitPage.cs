using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace NewsIndex.Results;

/// <summary>One page of hits.</summary>
/// <param name="Total">The exact total, near-duplicates included even where only one of them is a hit.</param>
/// <param name="Next">The cursor of the next page; null on the last page.</param>
/// <param name="Notices">Remarks on how the query was answered, as sentences.</param>
public sealed record HitPage(
    IReadOnlyList<Hit> Hits, HitTotal Total, PageCursor? Next, Generation Generation, IReadOnlyList<string> Notices)
{
    /// <summary>How each name of an entity in the query was read.</summary>
    public IReadOnlyList<EntityReading> Entities { get; init; } = [];

    /// <summary>The reason for an empty page; null for other pages, or where nothing is known.</summary>
    public EmptyResult? Empty { get; init; }
}

/// <param name="Article">Null when the plan asked for ids alone; its content hash is empty, since it takes longer than the rest.</param>
/// <param name="Score">The sum of BM25 over the words of the query, 0 or more; filters add nothing.</param>
public sealed record Hit(string Id, StoredArticle? Article, float Score, IReadOnlyList<Snippet> Snippets)
{
    /// <summary>The reason why its passages are missing; null when they are present.</summary>
    public string? Notice { get; init; }

    /// <summary>The cursor of this hit, from which the next page continues.</summary>
    public PageCursor? Cursor { get; init; }

    /// <summary>The matches in headline and body, if the plan asked for them.</summary>
    public HitMatches? Matches { get; init; }
}

/// <param name="Headline">Offsets into the headline, in UTF-16 code units, in order; some may overlap.</param>
public sealed record HitMatches(IReadOnlyList<TextRange> Headline, IReadOnlyList<TextRange> Body);
