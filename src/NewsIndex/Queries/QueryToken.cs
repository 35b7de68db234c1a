namespace NewsIndex.Queries;

internal enum QueryTokenKind
{
    Word,

    /// <summary>A word with * or ? in it; the text keeps its escapes.</summary>
    Pattern,

    /// <summary>A word with ! at its end, which truncates it in Lexis; the text is the pattern.</summary>
    Truncated,
    Quoted,

    /// <summary>A phrase with * or ? in it; the text keeps its escapes.</summary>
    QuotedPattern,

    /// <summary>The text between two slashes.</summary>
    Regex,

    /// <summary>A name and the colon after it, or a zone and the parenthesis after it; the text is the name.</summary>
    Field,

    /// <summary>A range in [ ] or { }, brackets included.</summary>
    Range,
    Open,
    Close,
    Plus,
    Minus,
    And,
    Or,
    Not,
    AndMaybe,

    /// <summary>A proximity operator such as NEAR/n; the text is all of it.</summary>
    Near,

    /// <summary>ATLEAST/n; the text is n.</summary>
    AtLeast,

    /// <summary>FIRST/n; the text is n.</summary>
    First,

    /// <summary>/Fn/ right after a word; the text is n.</summary>
    FirstAfter,

    /// <summary>BY, an operator in quote:( ) only.</summary>
    By,

    /// <summary>Words after = : meant as written.</summary>
    Literal,

    /// <summary>A name after ~, matched fuzzily.</summary>
    Nearly,

    /// <summary>~n right after a word or a phrase; the text is n, or empty.</summary>
    Tilde,

    /// <summary>^n right after a clause; the text is n.</summary>
    Boost,
    End,
}

/// <param name="Offset">Start of the token in the typed text, in UTF-16 code units.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Offset, int Length)
{
    public int End => Offset + Length;
}
