namespace Indexer.Dates;

/// <summary>What a text says that a date in it is.</summary>
internal enum DateLabel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The day of publication.</summary>
    Published,

    /// <summary>The day of the first publication, beside that of a later one or of a change.</summary>
    FirstPublished,

    /// <summary>A change, a correction, the state of the text.</summary>
    Changed,

    /// <summary>An event, a birth, a deadline, a copyright: nothing of the article itself.</summary>
    Other,
}
