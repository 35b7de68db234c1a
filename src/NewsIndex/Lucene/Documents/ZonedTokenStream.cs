using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Documents;

/// <summary>
/// Tokens of one zone in a field with two: the headline counts from position 0, and the body begins at
/// <see cref="IndexFields.BodyPosition"/> whatever the length of the headline.
/// </summary>
internal sealed class ZonedTokenStream : TokenFilter
{
    private readonly ZonedTokenStream? headline;
    private readonly IPositionIncrementAttribute increment;
    private readonly IOffsetAttribute offset;
    private int positions;
    private bool begun;

    private ZonedTokenStream(TokenStream words, ZonedTokenStream? headline)
        : base(words)
    {
        this.headline = headline;
        increment = GetAttribute<IPositionIncrementAttribute>();
        offset = GetAttribute<IOffsetAttribute>();
    }

    /// <param name="starts">Receives the positions of the words while they are read; null if not needed.</param>
    public static ZonedTokenStream Headline(TokenStream words, List<(int Start, int Position)>? starts) =>
        new(words, null) { WordStarts = starts };

    /// <param name="headline">Token stream of the headline, read to its end before; null when the article has no headline.</param>
    public static ZonedTokenStream Body(TokenStream words, ZonedTokenStream? headline, List<(int Start, int Position)>? starts) =>
        new(words, headline) { StartsAt = IndexFields.BodyPosition, WordStarts = starts };

    /// <summary>Returns the positions between headline and body.</summary>
    /// <param name="positions">Those of the headline.</param>
    /// <remarks>A headline of more than 4,096 words moves the body; a phrase never matches across the two.</remarks>
    public static int GapBehind(int positions) => Math.Max(IndexFields.BodyPosition - positions, 100);

    private int StartsAt { get; init; }

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        if (!begun && StartsAt > 0)
        {
            begun = true;
            increment.PositionIncrement += GapBehind(headline?.positions ?? 0);
        }

        positions += increment.PositionIncrement;
        WordStarts?.Add((offset.StartOffset, (headline?.positions ?? 0) + positions - 1));
        return true;
    }

    private List<(int Start, int Position)>? WordStarts { get; init; }

    public override void End()
    {
        base.End();
        positions += increment.PositionIncrement;
    }
}
