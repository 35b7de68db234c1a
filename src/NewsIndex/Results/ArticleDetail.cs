namespace NewsIndex.Results;

/// <summary>How much of an article to read, cheapest first.</summary>
internal enum ArticleDetail
{
    /// <summary>Everything but body and mentions.</summary>
    Heading,

    /// <summary>Everything but mentions.</summary>
    Body,

    /// <summary>Body and mentions too.</summary>
    Mentions,
}
