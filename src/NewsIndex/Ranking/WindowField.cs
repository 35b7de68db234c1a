namespace NewsIndex.Ranking;

/// <summary>Where rescoring looks for a term.</summary>
internal enum WindowField
{
    /// <summary>The stem occurs in the headline.</summary>
    Headline,

    /// <summary>The form as written occurs in headline or body.</summary>
    TypedForm,

    /// <summary>Positions of the stem in headline and body.</summary>
    Positions,
}
