using NewsIndex.Analysis;
using NewsIndex.Entities;
using NewsIndex.Queries;

namespace NewsIndex.Positions;

/// <summary>
/// The positional part of a query: words, and how they have to stand to one another. A closed family, whose members all speak of the
/// positions of <see cref="TextFields"/>.
/// </summary>
internal abstract record PositionPlan
{
    private PositionPlan()
    {
    }

    /// <summary>Any of some words of a field.</summary>
    /// <param name="Words">As the field holds them.</param>
    /// <param name="Written">The required form; null for any.</param>
    /// <param name="Articles">The articles in which the words count; null for all.</param>
    internal sealed record Terms(string Field, IReadOnlyList<string> Words, WrittenForm? Written = null, ArticleChoice? Articles = null)
        : PositionPlan
    {
        /// <summary>True for the expansion of a pattern, a regular expression or a fuzzy word.</summary>
        public bool IsPattern { get; init; }

        public static Terms Of(string field, params string[] words) => new(field, words);
    }

    /// <summary>Words at fixed distances from the first.</summary>
    /// <param name="Slop">The total displacement that is allowed.</param>
    internal sealed record Sequence(IReadOnlyList<(Terms Words, int Distance)> Parts, int Slop) : PositionPlan;

    /// <summary>Any of some plans.</summary>
    internal sealed record Any(IReadOnlyList<PositionPlan> Parts) : PositionPlan
    {
        /// <summary>True when the parts spell the same word: of intervals with the same start only the longest counts.</summary>
        public bool IsOneWord { get; init; }
    }

    internal sealed record Near(PositionPlan Left, PositionPlan Right, Proximity Proximity) : PositionPlan;

    internal sealed record NotNear(PositionPlan Wanted, PositionPlan Unwanted, Proximity Proximity) : PositionPlan;

    /// <summary>Intervals from one position up to, not including, another.</summary>
    internal sealed record Within(PositionPlan Part, int From, int To) : PositionPlan;

    /// <summary>Every interval of the part, in an article that has at least so many.</summary>
    internal sealed record AtLeast(PositionPlan Part, int Times) : PositionPlan;

    /// <summary>Words inside quotation marks.</summary>
    /// <param name="Words">Null for whole quotations, of a speaker.</param>
    /// <param name="Speaker">Stands in the same paragraph, outside the quotation; null for anyone.</param>
    internal sealed record Quoted(PositionPlan? Words, PositionPlan? Speaker) : PositionPlan
    {
        /// <summary>What must stand in the article.</summary>
        public IEnumerable<PositionPlan> Parts => new[] { Words, Speaker }.OfType<PositionPlan>();
    }

    /// <summary>All terms of the plan, including those that must not be near.</summary>
    public IEnumerable<Terms> Leaves => this switch
    {
        Terms terms => [terms],
        Sequence sequence => sequence.Parts.Select(part => part.Words),
        Any any => any.Parts.SelectMany(part => part.Leaves),
        Near near => near.Left.Leaves.Concat(near.Right.Leaves),
        NotNear apart => apart.Wanted.Leaves.Concat(apart.Unwanted.Leaves),
        Within within => within.Part.Leaves,
        AtLeast often => often.Part.Leaves,
        Quoted quoted => quoted.Parts.SelectMany(part => part.Leaves),
        _ => throw new InvalidOperationException($"{GetType()} has no leaves."),
    };

    /// <summary>
    /// A lower bound of the plan's idf: the sum over parts that must stand together, and the minimum over alternatives.
    /// </summary>
    /// <param name="idf">The idf of the most frequent of some words; null when no article can have any of them.</param>
    /// <returns>Null when no article can match.</returns>
    public float? Idf(Func<Terms, float?> idf) => this switch
    {
        // As where it stands alone: an expansion has many words, and to look each of them up takes longer than the search.
        Terms { IsPattern: true } => 1,
        Terms terms => idf(terms),
        Sequence sequence => sequence.Parts.Aggregate((float?)0, (sum, part) => sum + part.Words.Idf(idf)),
        Any any => any.Parts.Min(part => part.Idf(idf)),
        Near near => near.Left.Idf(idf) + near.Right.Idf(idf),
        NotNear apart => apart.Wanted.Idf(idf),
        Within within => within.Part.Idf(idf),
        AtLeast often => often.Part.Idf(idf),
        Quoted quoted => quoted.Parts.Aggregate((float?)0, (sum, part) => sum + part.Idf(idf)),
        _ => throw new InvalidOperationException($"{GetType()} has no idf."),
    };
}
