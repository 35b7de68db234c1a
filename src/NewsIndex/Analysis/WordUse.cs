namespace NewsIndex.Analysis;

/// <summary>What words of a text are wanted for.</summary>
internal enum WordUse
{
    /// <summary>To be found: every spelling that a word may be looked for by, at the place of the word.</summary>
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
