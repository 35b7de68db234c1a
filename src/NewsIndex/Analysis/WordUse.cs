namespace NewsIndex.Analysis;

/// <summary>The purpose that a text is tokenised for.</summary>
internal enum WordUse
{
    /// <summary>Indexing: every spelling of a word, at the position of the word.</summary>
    Index,

    /// <summary>Searching: the spellings of the typed word. A word that spans several positions has their number.</summary>
    Query,

    /// <summary>One term for each word, its first.</summary>
    Plain,

    /// <summary>As <see cref="Plain"/>, with runs of letters of scripts without spaces as one token.</summary>
    Runs,
}
