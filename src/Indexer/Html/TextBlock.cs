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

/// <summary>A unit of visible text: a paragraph, a heading, an item of a list.</summary>
/// <param name="Element">The innermost element that contains all of the text.</param>
/// <param name="LinkLength">Number of characters of <paramref name="Text"/> in links.</param>
internal sealed record TextBlock(IElement Element, BlockKind Kind, string Text, int LinkLength)
{
    /// <summary>The share of text in links, from 0 to 1.</summary>
    public double LinkDensity => Text.Length == 0 ? 0 : (double)LinkLength / Text.Length;
}
