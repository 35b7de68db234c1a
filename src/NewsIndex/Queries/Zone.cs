namespace NewsIndex.Queries;

/// <summary>The part of an article in which a word must occur.</summary>
public enum Zone
{
    /// <summary>Headline or body.</summary>
    Anywhere,
    Headline,
    Body,

    /// <summary>The headline, or the first <see cref="Zones.LeadWords"/> words of the body.</summary>
    HeadlineOrLead,
}

/// <summary>Definitions of the zones.</summary>
public static class Zones
{
    /// <summary>Number of words of the body that form the lead, as in Lexis for papers without a marked lead.</summary>
    public const int LeadWords = 50;
}
