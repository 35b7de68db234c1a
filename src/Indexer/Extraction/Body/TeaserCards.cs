using AngleSharp.Dom;
using Indexer.Html;

namespace Indexer.Extraction.Body;

/// <summary>
/// Finds teasers for other articles: a heading that is a link, with a sentence or two, in an element of their own. Headings inside of an
/// article share their element.
/// </summary>
internal static class TeaserCards
{
    /// <summary>Minimum number of linked headings on a page with teasers.</summary>
    private const int MinHeadings = 2;

    /// <summary>Maximum length of a teaser, in characters.</summary>
    private const int MaxText = 700;

    /// <summary>Blocks outside of teasers.</summary>
    /// <param name="headline">Headline of the page's own article, which is a link on many blogs as well.</param>
    public static List<TextBlock> Without(List<TextBlock> blocks, string headline)
    {
        var headings = blocks.FindAll(IsLinkedHeading);
        if (headings.Count < MinHeadings)
            return blocks;
        var lengths = LengthsOf(blocks);
        var counts = headings
            .SelectMany(heading => Ancestors(heading.Element))
            .GroupBy(element => element)
            .ToDictionary(group => group.Key, group => group.Count());
        var cards = headings
            .Where(heading => !heading.Text.Equals(headline, StringComparison.OrdinalIgnoreCase))
            .Select(heading => CardOf(heading, counts, lengths))
            .ToHashSet();
        return blocks.FindAll(block => !Ancestors(block.Element).Any(cards.Contains));
    }

    /// <summary>Number of linked headings other than the headline.</summary>
    public static int Count(List<TextBlock> blocks, string headline) =>
        blocks.Count(block => IsLinkedHeading(block) && !block.Text.Equals(headline, StringComparison.OrdinalIgnoreCase));

    private static bool IsLinkedHeading(TextBlock block) => block is { Kind: BlockKind.Heading, LinkDensity: > 0.8 };

    /// <summary>The widest element around a heading without another linked heading and with little text.</summary>
    private static IElement CardOf(TextBlock heading, Dictionary<IElement, int> counts, Dictionary<IElement, int> lengths) =>
        Ancestors(heading.Element).TakeWhile(element => counts[element] == 1 && lengths[element] <= MaxText).LastOrDefault()
        ?? heading.Element;

    private static Dictionary<IElement, int> LengthsOf(List<TextBlock> blocks)
    {
        var lengths = new Dictionary<IElement, int>();
        foreach (var block in blocks)
        {
            foreach (var element in Ancestors(block.Element))
                lengths[element] = lengths.GetValueOrDefault(element) + block.Text.Length;
        }

        return lengths;
    }

    private static IEnumerable<IElement> Ancestors(IElement element)
    {
        for (IElement? up = element; up is not null; up = up.ParentElement)
            yield return up;
    }
}
