namespace Indexer.Extraction.Body;

/// <summary>Degrees of furniture removal, the most aggressive first.</summary>
internal enum FurnitureRemoval
{
    /// <summary>Removes all elements that are named as furniture.</summary>
    All,

    /// <summary>Keeps elements with much of the page's text; some sites name their articles "widget".</summary>
    Careful,

    /// <summary>Removes only elements that never contain text to read.</summary>
    None,
}
