using NewsIndex.Articles;

namespace NewsIndex.Queries;

/// <summary>The part of an article that a word must stand in.</summary>
public enum Zone
{
    /// <summary>Headline or body.</summary>
    Anywhere,
    Headline,
    Body,
}

/// <summary>What is asked of the archive, as a tree. A closed family: each backend translates every member, and there are no others.</summary>
/// <remarks><see cref="object.ToString"/> gives the canonical text, which <see cref="QueryReader"/> reads back to an equal query.</remarks>
public abstract record Query
{
    private Query()
    {
    }

    /// <summary>The clauses that are neither AND, OR nor NOT, counted against <see cref="QueryLimits.Clauses"/>.</summary>
    public int LeafCount => this switch
    {
        Compound compound => compound.Clauses.Sum(clause => clause.LeafCount),
        Not not => not.Unwanted.LeafCount,
        AndMaybe maybe => maybe.Required.LeafCount + maybe.Preferred.LeafCount,
        Near near => near.Left.LeafCount + near.Right.LeafCount,
        _ => 1,
    };

    public sealed override string ToString() => CanonicalText.Of(this);

    /// <summary>Every article.</summary>
    public sealed record Everything : Query;

    /// <summary>A word in any of its inflections. One that analysis parts, such as <c>well-being</c>, means its parts side by side.</summary>
    public sealed record Word(string Text, Zone Zone = Zone.Anywhere) : Query;

    /// <summary>Words side by side, in this order.</summary>
    public sealed record Phrase(string Text, Zone Zone = Zone.Anywhere) : Query;

    /// <summary>A word of which parts are left open: <c>*</c> stands for any letters or none, <c>?</c> for one; <c>\</c> before either makes it itself.</summary>
    public sealed record Pattern(string Text, Zone Zone = Zone.Anywhere) : Query;

    /// <summary>Articles of one source; case and accents do not matter.</summary>
    public sealed record FromSource(string Name) : Query;

    /// <summary>
    /// Articles that mention an entity, by any of its names or by its id; of any type when <paramref name="Type"/> is null. The more an
    /// article is about it, the higher it ranks.
    /// </summary>
    /// <param name="IsLiteral">Only by this name, and whomever it stands for.</param>
    public sealed record Mentions(string Name, EntityType? Type, bool IsLiteral = false) : Query;

    /// <summary>Both stand at most so many words apart, in either order; each is a word, a phrase, a mention, another of these, or an OR of them.</summary>
    /// <param name="Distance">1 is side by side; 1 to <see cref="QueryLimits.Distance"/>.</param>
    public sealed record Near(Query Left, Query Right, int Distance) : Query;

    /// <summary>Articles whose whole period of publication lies in the range.</summary>
    public sealed record PublishedIn(DateRange Range) : Query;

    /// <summary>Articles whose day of publication is unknown.</summary>
    public sealed record Undated : Query;

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

    /// <summary>Every article but those that match.</summary>
    public sealed record Not(Query Unwanted) : Query;

    /// <summary>What is required decides which articles match; what is preferred only ranks them.</summary>
    public sealed record AndMaybe(Query Required, Query Preferred) : Query;
}
