namespace Indexer.Languages;

/// <summary>How far a <see cref="LanguageVote"/> can be relied on.</summary>
internal enum LanguageCertainty
{
    /// <summary>Not by itself.</summary>
    Doubtful,

    /// <summary>Where nothing else is known.</summary>
    Clear,

    /// <summary>Against what the rest of the file or folder is written in.</summary>
    Strong,

    /// <summary>The text is long, and its language beyond doubt: against what the article says of itself.</summary>
    Plain,
}
