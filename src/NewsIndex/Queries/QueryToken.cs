namespace NewsIndex.Queries;

internal enum QueryTokenKind
{
    Word,

    /// <summary>A word with * or ? in it; the text keeps its escapes.</summary>
    Pattern,

    /// <summary>A word with ! behind it, as Lexis cuts words short; the text is the pattern.</summary>
    Truncated,
    Quoted,

    /// <summary>A phrase with * or ? in it; the text keeps its escapes.</summary>
    QuotedPattern,

    /// <summary>What stands between two slashes.</summary>
    Regex,

    /// <summary>A name and the colon after it, or a zone and the parenthesis after it; the text is the name.</summary>
    Field,

    /// <summary>What stands in [ ] or { }, brackets included.</summary>
    Range,
    Open,
    Close,
    Plus,
    Minus,
    And,
    Or,
    Not,
    AndMaybe,

    /// <summary>NEAR/n and its kin; the text is all of it.</summary>
    Near,

    /// <summary>ATLEAST/n; the text is n.</summary>
    AtLeast,

    /// <summary>FIRST/n; the text is n.</summary>
    First,

    /// <summary>/Fn/ right behind a word; the text is n.</summary>
    FirstAfter,

    /// <summary>BY, which means something in quote:( ) only.</summary>
    By,

    /// <summary>Words after = : meant as written.</summary>
    Literal,

    /// <summary>A name after ~ : spelt about so.</summary>
    Nearly,

    /// <summary>~n right behind a word or a phrase; the text is n, or empty.</summary>
    Tilde,

    /// <summary>^n right behind a clause; the text is n.</summary>
    Boost,
    End,
}

/// <param name="Offset">Where the token begins in the typed text, in UTF-16 code units.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Offset, int Length)
{
    public int End => Offset + Length;
}
