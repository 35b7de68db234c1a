namespace Enrichment.Languages;

/// <summary>Reliability of a <see cref="LanguageVote"/>, in ascending order.</summary>
internal enum LanguageCertainty
{
    /// <summary>Not reliable without other evidence.</summary>
    Doubtful,

    /// <summary>Reliable if there is no other evidence.</summary>
    Clear,

    /// <summary>Overrides the dominant language of the file or folder.</summary>
    Strong,

    /// <summary>The text is long and its language certain: overrides the declared language of the article.</summary>
    Plain,
}
