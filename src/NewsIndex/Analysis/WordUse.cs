namespace NewsIndex.Analysis;

/// <summary>The purpose that a text is tokenised for.</summary>
internal enum WordUse
{
    /// <summary>Indexing: every spelling of a word, at the position of the word.</summary>
    Index,

    /// <summary>
    /// To find others: the spellings that stand for what was typed. A word that takes several places has the number of them.
    /// </summary>
    Query,

    /// <summary>One term for each word, its first.</summary>
    Plain,

    /// <summary>As <see cref="Plain"/>, with runs of letters of scripts without spaces in one piece.</summary>
    Runs,
}
