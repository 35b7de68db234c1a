namespace NewsIndex.Queries;

/// <summary>The clauses of a query that must all match, and less narrow forms of each.</summary>
internal static class QueryClauses
{
    /// <summary>The clauses of nested ANDs; the query itself if it is not an AND.</summary>
    public static IEnumerable<Query> Required(Query query) => query switch
    {
        Query.And and => and.Clauses.SelectMany(Required),
        Query.AndMaybe maybe => Required(maybe.Required),
        _ => [query],
    };

    public static Query Joined(IReadOnlyList<Query> clauses) => clauses.Count switch
    {
        0 => new Query.Everything(),
        1 => clauses[0],
        _ => new Query.And([.. clauses.SelectMany(clause => clause is Query.And and ? and.Clauses : [clause])]),
    };

    /// <summary>Returns true if a clause filters by metadata rather than by text or names.</summary>
    public static bool IsFilter(Query clause) =>
        clause is Query.Not or Query.Labelled or Query.PublishedIn or Query.PublishedEvery or Query.Undated or Query.DateReliable
        or Query.IndexedIn or Query.ArrivedAfter or Query.Copied or Query.CopiesOf or Query.CopiesOnce
        or Query.Everything
        || (clause is Query.Compound && clause.Parts.All(IsFilter));

    /// <summary>The next broader form of a clause, which matches at least as much; null if there is none.</summary>
    public static Query? Wider(Query clause) => clause switch
    {
        Query.Exact exact =>
            exact.Text.Contains(' ', StringComparison.Ordinal)
            ? new Query.Phrase(exact.Text, exact.Zone)
            : new Query.Word(exact.Text, exact.Zone),
        Query.Phrase phrase when WordsOf(phrase) is { Count: > 1 } words => new Query.And(words),
        Query.Word { Zone: not Zone.Anywhere } word => word with { Zone = Zone.Anywhere },
        Query.Pattern { Zone: not Zone.Anywhere } pattern => pattern with { Zone = Zone.Anywhere },
        Query.Regex { Zone: not Zone.Anywhere } regex => regex with { Zone = Zone.Anywhere },
        Query.Fuzzy { Zone: not Zone.Anywhere } fuzzy => fuzzy with { Zone = Zone.Anywhere },
        Query.Mentions { Match: NameMatch.Literal } name => name with { Match = NameMatch.Resolved },
        Query.Mentions { Match: NameMatch.Resolved } name => name with { Match = NameMatch.Nearly },
        Query.Near near => new Query.And([near.Left, near.Right]),
        Query.NotNear apart => apart.Wanted,
        Query.AtLeast often => often.Part,
        Query.First first => first.Part,
        Query.Quote { Words: Query.Everything, Speaker: { } speaker } => speaker,
        Query.Quote { Speaker: { } } quote => quote with { Speaker = null },
        Query.Quote quote => quote.Words,
        Query.Boost boost => Wider(boost.Part),
        _ => null,
    };

    /// <summary>Necessary conditions of a clause: the words of a phrase; empty for a clause without smaller parts.</summary>
    public static IReadOnlyList<Query> Needed(Query clause) => clause switch
    {
        Query.Phrase phrase => WordsOf(phrase) is { Count: > 1 } words ? words : [],
        Query.NotNear apart => [apart.Wanted],
        Query.Compound or Query.Near or Query.AtLeast or Query.First or Query.Quote or Query.Boost => clause.Parts,
        Query.AndMaybe maybe => [maybe.Required],
        _ => [],
    };

    private static List<Query> WordsOf(Query.Phrase phrase) =>
        [.. phrase.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(word => new Query.Word(word, phrase.Zone))];
}
