namespace Indexer.Extraction.Outline;

/// <summary>Where something stands, seen from the article of its page.</summary>
internal enum ArticlePlace
{
    /// <summary>Above the headline and below the menus of the page.</summary>
    Above,

    /// <summary>Between the headline and the end of the text.</summary>
    Head,

    /// <summary>Within a paragraph of the text.</summary>
    Text,

    /// <summary>In the few lines after the text.</summary>
    Below,

    /// <summary>In what belongs to other articles, to other people or to the site.</summary>
    Elsewhere,
}
