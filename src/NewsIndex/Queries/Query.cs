using NewsIndex.Articles;
using NewsIndex.Generations;

namespace NewsIndex.Queries;

/// <summary>
/// A query as a tree. A closed family: each engine translates every member.
/// </summary>
/// <remarks><see cref="object.ToString"/> gives the canonical text, which <see cref="QueryReader"/> reads back to an equal query.</remarks>
public abstract record Query
{
    private Query()
    {
    }

    /// <summary>The clauses that are neither AND, OR nor NOT, counted against <see cref="QueryLimits.Clauses"/>.</summary>
    public int LeafCount => Parts.Count == 0 ? 1 : Parts.Sum(part => part.LeafCount);

    /// <summary>The parts of this query, in order; empty for a leaf.</summary>
    public IReadOnlyList<Query> Parts => this switch
    {
        Compound compound => compound.Clauses,
        Not not => [not.Unwanted],
        AndMaybe maybe => [maybe.Required, maybe.Preferred],
        Near near => [near.Left, near.Right],
        NotNear apart => [apart.Wanted, apart.Unwanted],
        AtLeast often => [often.Part],
        First first => [first.Part],
        Quote { Speaker: null } quote => [quote.Words],
        Quote quote => [quote.Words, quote.Speaker],
        Boost boost => [boost.Part],
        _ => [],
    };

    /// <summary>True if near-duplicates are collapsed: see <see cref="CopiesOnce"/>.</summary>
    public bool WantsCopiesOnce => this is CopiesOnce || (this is And and && and.Clauses.Any(clause => clause is CopiesOnce));

    public sealed override string ToString() => CanonicalText.Of(this);

    /// <summary>Every article.</summary>
    public sealed record Everything : Query;

    /// <summary>A word in any inflection. One that analysis splits, such as <c>well-being</c>, means its parts as a phrase.</summary>
    public sealed record Word(string Text, Zone Zone = Zone.Anywhere) : Query;

    /// <summary>Adjacent words in this order.</summary>
    /// <param name="Slop">The total displacement allowed, in words; 0 to <see cref="QueryLimits.Distance"/>. Exchanging two
    /// neighbours takes 2.</param>
    public sealed record Phrase(string Text, Zone Zone = Zone.Anywhere, int Slop = 0) : Query;

    /// <summary>A word with wildcards: <c>*</c> matches any letters or none, <c>?</c> one; <c>\</c> escapes either.</summary>
    public sealed record Pattern(string Text, Zone Zone = Zone.Anywhere) : Query;

    /// <summary>
    /// A phrase with wildcards: <c>"oil pric*"</c>. A <c>*</c> alone matches any one word. Words without wildcards match in any inflection.
    /// </summary>
    /// <param name="Text">A literal * or ? is escaped by a backslash.</param>
    /// <param name="Slop">As that of a phrase.</param>
    public sealed record PatternPhrase(string Text, Zone Zone = Zone.Anywhere, int Slop = 0) : Query;

    /// <summary>Words that a regular expression matches as a whole, in lower case; without look-around and back-references.</summary>
    public sealed record Regex(string Text, Zone Zone = Zone.Anywhere) : Query;

    /// <summary>Words within an edit distance.</summary>
    /// <param name="Edits">The maximum edit distance: 1 or 2.</param>
    public sealed record Fuzzy(string Text, int Edits, Zone Zone = Zone.Anywhere) : Query;

    /// <summary>Adjacent words exactly as written: not inflected, and in this case.</summary>
    public sealed record Exact(string Text, Zone Zone = Zone.Anywhere) : Query;

    /// <summary>Articles with a label, compared without case, accents and punctuation.</summary>
    /// <param name="Value">Null for any.</param>
    public sealed record Labelled(ArticleLabel Label, string? Value) : Query;

    /// <summary>
    /// Articles that mention an entity; of any type when <paramref name="Type"/> is null. The more an article is about it, the higher it
    /// ranks.
    /// </summary>
    public sealed record Mentions(string Name, EntityType? Type, NameMatch Match = NameMatch.Resolved) : Query;

    /// <summary>Two positional clauses near one another.</summary>
    public sealed record Near(Query Left, Query Right, Proximity Proximity) : Query;

    /// <summary>The first clause where the second is not near it.</summary>
    public sealed record NotNear(Query Wanted, Query Unwanted, Proximity Proximity) : Query;

    /// <summary>The part occurs at least a number of times in the article.</summary>
    /// <param name="Times">1 to <see cref="QueryLimits.Distance"/>.</param>
    public sealed record AtLeast(Query Part, int Times) : Query;

    /// <summary>The part lies in the headline or within the first words of the body.</summary>
    /// <param name="Words">1 or more.</param>
    public sealed record First(Query Part, int Words) : Query;

    /// <summary>Words inside quotation marks.</summary>
    /// <param name="Words"><see cref="Everything"/> for all that the speaker is quoted with.</param>
    /// <param name="Speaker">A clause in the same paragraph, outside the quotation; null for any speaker.</param>
    public sealed record Quote(Query Words, Query? Speaker) : Query;

    /// <summary>Articles whose whole period of publication lies in the range.</summary>
    public sealed record PublishedIn(DateRange Range) : Query;

    /// <summary>Articles of one day of the year, or of one month, in any year.</summary>
    /// <param name="Day">Null for the whole month.</param>
    public sealed record PublishedEvery(int Month, int? Day) : Query;

    /// <summary>Articles whose day of publication is unknown.</summary>
    public sealed record Undated : Query;

    /// <summary>
    /// Articles with a reliable date, or without one. A date is unreliable if it is unknown or was in the future when the article was
    /// indexed.
    /// </summary>
    public sealed record DateReliable(bool IsReliable) : Query;

    /// <summary>Articles indexed within the range. Days are those of UTC.</summary>
    public sealed record IndexedIn(DateRange Range) : Query;

    /// <summary>Articles that were added to the index, or changed, after a generation.</summary>
    public sealed record ArrivedAfter(Generation Generation) : Query;

    /// <summary>Articles with near-duplicates in the archive.</summary>
    public sealed record Copied : Query;

    /// <summary>An article and its near-duplicates: those of its copy group.</summary>
    public sealed record CopiesOf(string Id) : Query;

    /// <summary>
    /// Every article, but only the highest-ranked one of near-duplicates is a hit. Alone, or a clause of the outermost AND.
    /// </summary>
    public sealed record CopiesOnce : Query;

    /// <summary>Multiplies the score of the part.</summary>
    /// <param name="Factor">0 or more, up to 1,000.</param>
    public sealed record Boost(Query Part, float Factor) : Query;

    /// <summary>Two clauses or more, joined by AND or OR.</summary>
    public abstract record Compound(IReadOnlyList<Query> Clauses) : Query
    {
        // Records compare lists by reference; two queries are equal when their clauses are.
        public virtual bool Equals(Compound? other) =>
            other is not null && EqualityContract == other.EqualityContract && Clauses.SequenceEqual(other.Clauses);

        public override int GetHashCode() => Clauses.Aggregate(EqualityContract.GetHashCode(), HashCode.Combine);
    }

    /// <summary>Every clause must match.</summary>
    public sealed record And(IReadOnlyList<Query> Clauses) : Compound(Clauses);

    /// <summary>At least one clause must match; those that match more rank higher.</summary>
    public sealed record Or(IReadOnlyList<Query> Clauses) : Compound(Clauses);

    /// <summary>Every article that does not match.</summary>
    public sealed record Not(Query Unwanted) : Query;

    /// <summary>The required part selects articles; the preferred part only ranks them.</summary>
    public sealed record AndMaybe(Query Required, Query Preferred) : Query;
}
