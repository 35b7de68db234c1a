namespace Indexer.Dates;

/// <summary>Meaning of a date according to the words beside it.</summary>
internal enum DateLabel
{
    /// <summary>The text does not say.</summary>
    None,

    /// <summary>Date of publication.</summary>
    Published,

    /// <summary>Date of the first publication, stated beside a later publication or change.</summary>
    FirstPublished,

    /// <summary>Date of a change or a correction.</summary>
    Changed,

    /// <summary>Date of something else than the article: an event, a birth, a deadline, a copyright.</summary>
    Other,
}
