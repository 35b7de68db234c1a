namespace NewsIndex.Queries;

/// <summary>Applies a zone to a group of words: <c>headline:(strike OR walkout)</c>.</summary>
internal static class ZonedGroup
{
    /// <summary>Returns a group with all words in a zone, except those in zones of their own.</summary>
    public static Query Within(Query query, Zone zone) => query switch
    {
        Query.Word { Zone: Zone.Anywhere } word => word with { Zone = zone },
        Query.Phrase { Zone: Zone.Anywhere } phrase => phrase with { Zone = zone },
        Query.PatternPhrase { Zone: Zone.Anywhere } phrase => phrase with { Zone = zone },
        Query.Pattern { Zone: Zone.Anywhere } pattern => pattern with { Zone = zone },
        Query.Regex { Zone: Zone.Anywhere } regex => regex with { Zone = zone },
        Query.Fuzzy { Zone: Zone.Anywhere } fuzzy => fuzzy with { Zone = zone },
        Query.Exact { Zone: Zone.Anywhere } exact => exact with { Zone = zone },
        Query.And and => new Query.And([.. and.Clauses.Select(clause => Within(clause, zone))]),
        Query.Or or => new Query.Or([.. or.Clauses.Select(clause => Within(clause, zone))]),
        Query.Not not => new Query.Not(Within(not.Unwanted, zone)),
        Query.Near near => near with { Left = Within(near.Left, zone), Right = Within(near.Right, zone) },
        Query.NotNear apart => apart with { Wanted = Within(apart.Wanted, zone), Unwanted = Within(apart.Unwanted, zone) },
        Query.AtLeast often => often with { Part = Within(often.Part, zone) },
        Query.First first => first with { Part = Within(first.Part, zone) },
        Query.Boost boost => boost with { Part = Within(boost.Part, zone) },
        Query.Quote quote => quote with { Words = Within(quote.Words, zone) },
        Query.AndMaybe maybe => new Query.AndMaybe(Within(maybe.Required, zone), Within(maybe.Preferred, zone)),
        _ => query,
    };
}
