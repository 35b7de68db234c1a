namespace Indexer.Extraction.Outline;

/// <summary>Position of an element relative to the article of its page.</summary>
internal enum ArticleZone
{
    /// <summary>Above the headline and below the menus.</summary>
    Above,

    /// <summary>Between the headline and the end of the text.</summary>
    Head,

    /// <summary>Within a paragraph of the text.</summary>
    Text,

    /// <summary>In the lines right after the text.</summary>
    Below,

    /// <summary>Outside of the article: in comments, other articles or parts of the site.</summary>
    Outside,
}
