namespace NewsIndex.Positions;

/// <summary>The quotation that is open at a place of a text.</summary>
/// <param name="Mark">The mark that opened it; 0 outside of quotations.</param>
/// <remarks>
/// Languages use the same marks for opposite ends: “ opens in English and closes in German, » closes in French and opens in German, ” does
/// both in Swedish. The mark that opened a quotation tells which one closes it. Quotations inside of quotations are not told apart.
/// </remarks>
internal readonly record struct OpenQuotation(char Mark)
{
    /// <summary>All that begin or end a quotation.</summary>
    public const string Marks = "\"„“«”»";

    public bool IsOpen => Mark != 0;

    /// <summary>The quotation that is open after a character.</summary>
    /// <param name="at">Index of the character, which may be no quotation mark.</param>
    public OpenQuotation After(string text, int at) => text[at] switch
    {
        '"' => IsOpen ? default : new(text[at]),
        '„' => Opened('„'),
        '“' => Mark == '„' ? default : Opened('“'),
        '«' => Mark == '»' ? default : Opened('«'),
        '”' or '»' when IsOpen => default,
        '”' or '»' when Opens(text, at) => new(text[at]),
        _ => this,
    };

    private OpenQuotation Opened(char mark) => IsOpen ? this : new(mark);

    /// <summary>An opening mark has a space or a bracket before it and no space after it.</summary>
    private static bool Opens(string text, int at) =>
        (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '-' or '–' or '—')
        && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
}
