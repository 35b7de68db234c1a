namespace Recognition.Features;

/// <summary>Where in names of the gazetteer a token stands, by kind.</summary>
internal struct NameMatch
{
    public const int Begin = 0;
    public const int Inside = 1;
    public const int Last = 2;
    public const int Unit = 3;

    private uint places;

    /// <summary>The kinds of name it stands in, a bit each.</summary>
    public ushort Kinds { get; private set; }

    public readonly int PlaceIn(int kind) => (int)(places >> (kind * 2)) & 3;

    public void Set(int kind, int place)
    {
        Kinds |= (ushort)(1 << kind);
        places = (places & ~(3u << (kind * 2))) | ((uint)place << (kind * 2));
    }
}
