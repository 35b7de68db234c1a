using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Positions;

/// <summary>What has to stand where in an article. A closed family; all its members speak of the positions of <see cref="Fields.Text"/>.</summary>
internal abstract record PositionPlan
{
    private const int FewWords = 16;

    private PositionPlan()
    {
    }

    /// <summary>Any of some words of a field.</summary>
    /// <param name="Casing">How it has to be written: see <see cref="LetterCase"/>; null for any.</param>
    internal sealed record Terms(string Field, IReadOnlyList<BytesRef> Words, BytesRef? Casing = null) : PositionPlan
    {
        /// <summary>In the order of the dictionary.</summary>
        public IReadOnlyList<BytesRef> Words { get; } = Words.Count < 2 ? Words : [.. Words.Order()];

        /// <summary>What has to be read of a place to say whether it counts.</summary>
        public DocsAndPositionsFlags Flags => Casing is null ? DocsAndPositionsFlags.NONE : DocsAndPositionsFlags.PAYLOADS;

        /// <summary>Whether a place counts: names that the archive gives stand nowhere in the text, and a casing has to be the one that is asked for.</summary>
        /// <param name="places">At the place, read with <see cref="Flags"/>.</param>
        public bool Accepts(DocsAndPositionsEnum places, int position) =>
            !(Field == Fields.Mentions && position >= Fields.GivenPosition)
            && (Casing is null || (places.GetPayload() is { } payload ? Casing.BytesEquals(payload) : Casing.Length == 0));

        public static Terms Of(string field, string word) => new(field, [new BytesRef(word)]);
    }

    /// <summary>Words at these distances from the first, with so many moves allowed.</summary>
    internal sealed record Sequence(IReadOnlyList<(Terms Words, int Distance)> Parts, int Slop) : PositionPlan;

    internal sealed record Any(IReadOnlyList<PositionPlan> Parts) : PositionPlan;

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

    /// <summary>How rare it is at least: what must be there together adds up, and of what may stand for one another the most frequent counts.</summary>
    public float Rarity(IndexReader reader) => this switch
    {
        // What stands for many words is not rare, and looking each of them up takes longer than the search.
        Terms { Words.Count: 0 or > FewWords } => 1,
        Terms terms => terms.Words.Min(word => Bm25.Idf(reader.MaxDoc, reader.DocFreq(new Term(terms.Field, word)))),
        Sequence sequence => sequence.Parts.Sum(part => part.Words.Rarity(reader)),
        Any any => any.Parts.Count == 0 ? 0 : any.Parts.Min(part => part.Rarity(reader)),
        Near near => near.Left.Rarity(reader) + near.Right.Rarity(reader),
        NotNear apart => apart.Wanted.Rarity(reader),
        Within within => within.Part.Rarity(reader),
        AtLeast often => often.Part.Rarity(reader),
        Quoted quoted => quoted.Words.Rarity(reader) + (quoted.Speaker?.Rarity(reader) ?? 0),
        _ => throw new InvalidOperationException($"{GetType()} has no rarity."),
    };
}
