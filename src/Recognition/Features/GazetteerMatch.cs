namespace Recognition.Features;

/// <summary>The gazetteer names that a token is part of: for each type of name, the token's position in the match.</summary>
internal struct GazetteerMatch
{
    public const int Begin = 0;
    public const int Inside = 1;
    public const int Last = 2;
    public const int Unit = 3;

    private const int BitsPerType = 2;

    private uint positions;

    /// <summary>The types of name with a match, one bit each in the order of <see cref="Gazetteer.Types"/>.</summary>
    public ushort Types { get; private set; }

    /// <summary>Returns the token's position in the match of a type: <see cref="Begin"/> to <see cref="Unit"/>.</summary>
    /// <param name="type">A type of <see cref="Types"/>; the result is meaningless for others.</param>
    public readonly int PositionIn(int type) => (int)(positions >> (type * BitsPerType)) & 3;

    public void Set(int type, int position)
    {
        Types |= (ushort)(1 << type);
        positions = (positions & ~(3u << (type * BitsPerType))) | ((uint)position << (type * BitsPerType));
    }
}
