namespace NewsIndex.Positions;

/// <summary>A unit of text that a query can refer to.</summary>
internal enum BreakKind
{
    Sentence,
    Paragraph,

    /// <summary>Begins and ends in turn.</summary>
    Quotation,
}
