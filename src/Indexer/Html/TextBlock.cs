using AngleSharp.Dom;

namespace Indexer.Html;

internal enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Quotation,
    Preformatted,
    Cell,
    Caption,
}

/// <summary>A run of text that a reader sees as one: a paragraph, a heading, an item of a list.</summary>
/// <param name="Element">The nearest element that all of the text stands in.</param>
/// <param name="LinkLength">How many characters of <paramref name="Text"/> are links.</param>
internal sealed record TextBlock(IElement Element, BlockKind Kind, string Text, int LinkLength)
{
    /// <summary>The part of the text that is links, from 0 to 1.</summary>
    public double LinkDensity => Text.Length == 0 ? 0 : (double)LinkLength / Text.Length;
}
