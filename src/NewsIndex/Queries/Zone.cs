namespace NewsIndex.Queries;

/// <summary>The part of an article that a word must stand in.</summary>
public enum Zone
{
    /// <summary>Headline or body.</summary>
    Anywhere,
    Headline,
    Body,

    /// <summary>The headline, or the first <see cref="Zones.LeadWords"/> words of the body.</summary>
    HeadlineOrLead,
}

/// <summary>What the zones are.</summary>
public static class Zones
{
    /// <summary>Words of the body that count as its lead, as at Lexis for papers that do not mark theirs.</summary>
    public const int LeadWords = 50;
}
