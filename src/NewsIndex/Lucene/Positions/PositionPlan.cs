using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Entities;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Positions;

/// <summary>What has to stand where in an article. A closed family; all its members speak of the positions of <see cref="IndexFields.Text"/>.</summary>
internal abstract record PositionPlan
{
    private PositionPlan()
    {
    }

    /// <summary>Any of some words of a field.</summary>
    /// <param name="Written">How it has to be written; null for any way.</param>
    /// <param name="Articles">Where it counts; null for everywhere.</param>
    internal sealed record Terms(string Field, IReadOnlyList<BytesRef> Words, WrittenForm? Written = null, ArticleChoice? Articles = null)
        : PositionPlan
    {
        /// <summary>Whether the words are those that fit a pattern, an expression or a misspelling.</summary>
        public bool IsPattern { get; init; }

        /// <summary>In the order of the dictionary.</summary>
        public IReadOnlyList<BytesRef> Words { get; } = Words.Count < 2 ? Words : [.. Words.Order()];

        /// <summary>What has to be read of a place to say whether it counts.</summary>
        public DocsAndPositionsFlags Flags => Written is null ? DocsAndPositionsFlags.NONE : DocsAndPositionsFlags.PAYLOADS;

        /// <summary>
        /// Whether a place counts: names that the archive gives stand nowhere in the text, and a word has to be written as is asked for.
        /// </summary>
        /// <param name="places">At the place, read with <see cref="Flags"/>.</param>
        public bool Accepts(DocsAndPositionsEnum places, int position) =>
            !(Field == IndexFields.Mentions && position >= IndexFields.GivenPosition)
            && (Written is null || Written.Accepts(places.GetPayload()));

        /// <summary>Whether an article of a segment counts.</summary>
        public Func<int, bool> ArticlesOf(AtomicReader segment) =>
            EntityTerm.DocsOf(Articles, segment) is { } named ? doc => named.Contains(doc) != Articles!.IsExcluding : _ => true;

        public static Terms Of(string field, params string[] words) => new(field, [.. words.Select(word => new BytesRef(word))]);
    }

    /// <summary>Words at these distances from the first, with so many moves allowed.</summary>
    internal sealed record Sequence(IReadOnlyList<(Terms Words, int Distance)> Parts, int Slop) : PositionPlan;

    internal sealed record Any(IReadOnlyList<PositionPlan> Parts) : PositionPlan
    {
        /// <summary>Whether the parts are spellings of the same: of places that begin together only the longest counts.</summary>
        public bool IsOneWord { get; init; }
    }

    internal sealed record Near(PositionPlan Left, PositionPlan Right, Proximity Proximity) : PositionPlan;

    internal sealed record NotNear(PositionPlan Wanted, PositionPlan Unwanted, Proximity Proximity) : PositionPlan;

    /// <summary>From one position up to, not including, another.</summary>
    internal sealed record Within(PositionPlan Part, int From, int To) : PositionPlan;

    /// <summary>Every place of the part, in an article that has so many.</summary>
    internal sealed record AtLeast(PositionPlan Part, int Times) : PositionPlan;

    /// <summary>Inside quotation marks.</summary>
    /// <param name="Speaker">In the same paragraph, outside of them; null for anyone.</param>
    internal sealed record Quoted(PositionPlan Words, PositionPlan? Speaker) : PositionPlan;

    /// <summary>Every choice of words that the plan is made of, those that must not be near included.</summary>
    public IEnumerable<Terms> Leaves => this switch
    {
        Terms terms => [terms],
        Sequence sequence => sequence.Parts.Select(part => part.Words),
        Any any => any.Parts.SelectMany(part => part.Leaves),
        Near near => near.Left.Leaves.Concat(near.Right.Leaves),
        NotNear apart => apart.Wanted.Leaves.Concat(apart.Unwanted.Leaves),
        Within within => within.Part.Leaves,
        AtLeast often => often.Part.Leaves,
        Quoted quoted => quoted.Words.Leaves.Concat(quoted.Speaker?.Leaves ?? []),
        _ => throw new InvalidOperationException($"{GetType()} has no leaves."),
    };

    /// <summary>
    /// How rare it is at least among the articles of a language: what must be there together adds up, and of what may stand for one another
    /// the most frequent counts.
    /// </summary>
    /// <returns>Null when no article of the language can have it.</returns>
    public float? Rarity(LanguageStatistics statistics, int language) => this switch
    {
        // As where it stands alone. What stands for many words is not rare, and looking each of them up takes longer than the search.
        Terms { IsPattern: true } => 1,
        Terms terms => terms.Words.Where(word => (LanguageStatistics.LanguageOf(terms.Field, word) ?? language) == language)
            .Min(word => (float?)statistics.Idf(new Term(terms.Field, word), language)),
        Sequence sequence => sequence.Parts.Aggregate((float?)0, (sum, part) => sum + part.Words.Rarity(statistics, language)),
        Any any => any.Parts.Min(part => part.Rarity(statistics, language)),
        Near near => near.Left.Rarity(statistics, language) + near.Right.Rarity(statistics, language),
        NotNear apart => apart.Wanted.Rarity(statistics, language),
        Within within => within.Part.Rarity(statistics, language),
        AtLeast often => often.Part.Rarity(statistics, language),
        Quoted { Speaker: null } quoted => quoted.Words.Rarity(statistics, language),
        Quoted quoted => quoted.Words.Rarity(statistics, language) + quoted.Speaker.Rarity(statistics, language),
        _ => throw new InvalidOperationException($"{GetType()} has no rarity."),
    };
}
