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

    /// <summary>The words of the zone.</summary>
    public TokenStream Input => m_input;

    /// <summary>Receives the positions of the words while they are read; null if not needed.</summary>
    public List<(int Start, int Position)>? WordStarts { get; private init; }

    private int StartsAt { get; init; }

    /// <summary>Takes the zone as read by someone who knows its words.</summary>
    /// <param name="words">Positions of the zone, those behind its last token included.</param>
    /// <returns>The positions before its first, if it has a token.</returns>
    public int Pass(int words)
    {
        positions = words;
        return StartsAt > 0 ? GapBehind(headline?.positions ?? 0) : 0;
    }

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

    public override void End()
    {
        base.End();
        positions += increment.PositionIncrement;
    }
}
