using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Indexer.Texts;

namespace Indexer.Html;

/// <summary>Cuts a page into its <see cref="TextBlock"/>s, in reading order.</summary>
internal sealed class TextBlocks
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
        "mark",
        "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
        "amp-fit-text",
    };

    private readonly List<TextBlock> blocks = [];
    private readonly StringBuilder text = new();
    private int linkLength;
    private IElement? owner;

    public static List<TextBlock> Of(IElement root)
    {
        var walk = new TextBlocks();
        walk.Walk(root, root);
        walk.Flush();
        return walk.blocks;
    }

    /// <summary>Iterative, since a page may be nested a hundred thousand elements deep.</summary>
    private void Walk(IElement root, IElement ownerOfRoot)
    {
        var open = new Stack<(INode Node, IElement Owner, bool InLink, bool Leaves, bool BeforeBreak)>();
        open.Push((root, ownerOfRoot, false, false, false));
        while (open.TryPop(out var step))
        {
            if (step.Leaves)
            {
                Flush();
                continue;
            }

            switch (step.Node)
            {
                case IText words:
                    Append(words.Data, step.Owner, step.InLink);
                    break;
                case IElement element when element.LocalName == "br":
                    Break(step.BeforeBreak);
                    break;
                case IElement element:
                    var isBlock = !IsInline(element, step.Owner) || HoldsBlocks(element);
                    if (isBlock)
                    {
                        Flush();
                        open.Push((element, element, false, true, false));
                    }

                    var owner = isBlock ? element : step.Owner;
                    var inLink = step.InLink || element.LocalName == "a";
                    // By index: NextSibling searches all children.
                    var beforeBreak = false;
                    for (var i = element.ChildNodes.Length - 1; i >= 0; i--)
                    {
                        var child = element.ChildNodes[i];
                        open.Push((child, owner, inLink, false, beforeBreak));
                        if (child is not IText blank || !string.IsNullOrWhiteSpace(blank.Data))
                            beforeBreak = child is IElement { LocalName: "br" };
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Elements that HTML does not know, such as <c>person</c> in NITF, are inline in a paragraph, as in browsers.</summary>
    private static bool IsInline(IElement element, IElement owner) =>
        Inline.Contains(element.LocalName) || (owner.LocalName == "p" && element is IHtmlUnknownElement);

    /// <summary>Sites put whole paragraphs into a span or a link.</summary>
    private static bool HoldsBlocks(IElement element) =>
        element.LocalName is "span" or "a" or "font" or "strong" or "b" or "em" or "i"
            && element.Children.Any(child => !Inline.Contains(child.LocalName)
                && child.LocalName is "p" or "div" or "section" or "article" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "table");

    /// <summary>Two breaks separate paragraphs; one separates lines of a paragraph.</summary>
    private void Break(bool beforeAnother)
    {
        if (beforeAnother)
            Flush();
        else
            text.Append(' ');
    }

    private void Append(string words, IElement element, bool inLink)
    {
        if (owner is not null && owner != element)
            Flush();
        owner = element;
        var before = text.Length;
        foreach (var each in words)
        {
            var c = ReadableText.Meant(each);
            if (ReadableText.IsInvisible(c))
                continue;
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        }

        if (inLink)
            linkLength += text.Length - before;
    }

    private void Flush()
    {
        var content = text.ToString().Trim();
        if (content.Length > 0 && owner is not null)
            blocks.Add(new TextBlock(owner, KindOf(owner), content, Math.Min(linkLength, content.Length)));
        text.Clear();
        linkLength = 0;
        owner = null;
    }

    private static BlockKind KindOf(IElement element)
    {
        for (IElement? up = element; up is not null; up = up.ParentElement)
        {
            switch (up.LocalName)
            {
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    return BlockKind.Heading;
                case "li" or "dd" or "dt":
                    return BlockKind.ListItem;
                case "blockquote":
                    return BlockKind.Quotation;
                case "pre":
                    return BlockKind.Preformatted;
                case "td" or "th":
                    return BlockKind.Cell;
                case "figcaption" or "figure" or "caption":
                    return BlockKind.Caption;
                case "article" or "main" or "body" or "section":
                    return BlockKind.Paragraph;
                default:
                    break;
            }
        }

        return BlockKind.Paragraph;
    }
}
