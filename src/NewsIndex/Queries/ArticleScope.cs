namespace NewsIndex.Queries;

/// <summary>
/// The articles that a caller may see. Every answer under a scope is the answer of an index that has only these articles: hits, totals,
/// facets, suggestions, spellings, names and their dates, explanations and estimates.
/// </summary>
/// <remarks>
/// <para>A replaced text is seen by whoever sees the current text of its article, whatever the scope says of the replaced one.</para>
/// <para>An engine should compute idf and lengths of the visible articles; one that cannot uses those of the whole index, so that scores
/// may tell how frequent a word of the query is there. The embedded engine uses the visible articles.</para>
/// <para>The generation, the id, the recogniser and the size on disk are those of the whole index. Near-duplicates keep their groups, even
/// if they resemble each other only by way of an article outside of the scope.</para>
/// </remarks>
public sealed record ArticleScope
{
    private ArticleScope(Query? filter) => Filter = filter;

    /// <summary>All articles.</summary>
    public static ArticleScope Everything { get; } = new((Query?)null);

    /// <summary>No article.</summary>
    public static ArticleScope Nothing { get; } = new(new Query.Not(new Query.Everything()));

    /// <summary>The filter of the visible articles; null for all articles.</summary>
    public Query? Filter { get; }

    /// <summary>Restricts to the articles that a filter matches.</summary>
    /// <param name="filter">Labels and dates, joined by AND, OR and NOT.</param>
    /// <exception cref="ArgumentException">The filter has another clause.</exception>
    public static ArticleScope Of(Query filter)
    {
        if (Foreign(filter) is { } foreign)
            throw new ArgumentException(
                $"the scope {filter} is invalid: {foreign} is no filter of a scope; expected sources, sections, authors, tags, languages "
                + "and dates joined by AND, OR and NOT; remove the clause",
                nameof(filter));
        return filter is Query.Everything ? Everything : new ArticleScope(filter);
    }

    /// <summary>Restricts to the articles of some sources. A source that no article has shows nothing, and so does no source.</summary>
    /// <param name="names">Compared as the query <c>source:</c> compares them, ignoring case and accents.</param>
    public static ArticleScope OfSources(params IReadOnlyList<string> names) => names.Count switch
    {
        0 => Nothing,
        1 => new ArticleScope(OfSource(names[0])),
        _ => new ArticleScope(new Query.Or([.. names.Select(OfSource)])),
    };

    private static Query OfSource(string name) => new Query.Labelled(ArticleLabel.Source, name);

    private static Query? Foreign(Query query) => query switch
    {
        Query.Everything or Query.Labelled or Query.PublishedIn or Query.PublishedEvery or Query.Undated or Query.DateReliable
            or Query.IndexedIn => null,
        Query.Compound or Query.Not => query.Parts.Select(Foreign).FirstOrDefault(foreign => foreign is not null),
        _ => query,
    };
}
