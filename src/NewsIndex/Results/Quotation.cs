namespace NewsIndex.Results;

/// <summary>A quotation and its speaker.</summary>
/// <param name="Words">What stands between the quotation marks.</param>
/// <param name="Speaker">The nearest name of the speaker in the paragraph, outside of quotations.</param>
public readonly record struct Quotation(TextRange Words, TextRange Speaker);
