namespace Indexer.Extraction.Body;

/// <summary>How boldly to take furniture out of a page.</summary>
internal enum FurnitureRemoval
{
    /// <summary>Whatever is called furniture.</summary>
    All,

    /// <summary>But for elements with much of the page's text, since some sites call their articles widgets.</summary>
    Careful,

    /// <summary>Only what is never text.</summary>
    None,
}
