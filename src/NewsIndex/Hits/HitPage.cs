using NewsIndex.Queries;

namespace NewsIndex.Hits;

/// <summary>One page of what a search found.</summary>
/// <param name="Total">All articles that match, exactly.</param>
/// <param name="Next">Where the next page begins; null on the last page.</param>
/// <param name="Notices">What the reader should know of how the query was answered, as sentences.</param>
public sealed record HitPage(IReadOnlyList<Hit> Hits, long Total, PageCursor? Next, Generation Generation, IReadOnlyList<string> Notices);

/// <param name="Article">Null when the plan asked for ids alone; its content hash is empty, since it takes longer than the rest.</param>
/// <param name="Score">The sum of BM25 over the words of the query, 0 or more; filters add nothing.</param>
public sealed record Hit(string Id, StoredArticle? Article, float Score, IReadOnlyList<Snippet> Snippets);
