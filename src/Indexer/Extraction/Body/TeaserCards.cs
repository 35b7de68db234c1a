using AngleSharp.Dom;
using Indexer.Html;

namespace Indexer.Extraction.Body;

/// <summary>
/// Teasers for other articles: a heading that is a link, and a sentence or two below it, in a box of their own. A heading inside an article
/// shares its box with the other headings.
/// </summary>
internal static class TeaserCards
{
    private const int Fewest = 2;
    private const int LongestText = 700;

    /// <param name="headline">Of the page's own article, which is a link as well on many blogs, and no teaser for all that.</param>
    public static List<TextBlock> Without(List<TextBlock> blocks, string headline)
    {
        var headings = blocks.FindAll(IsLinkedHeading);
        if (headings.Count < Fewest)
            return blocks;
        var lengths = LengthsOf(blocks);
        var counts = headings
            .SelectMany(heading => Ancestors(heading.Element))
            .GroupBy(element => element)
            .ToDictionary(group => group.Key, group => group.Count());
        var cards = headings.Where(heading => !heading.Text.Equals(headline, StringComparison.OrdinalIgnoreCase)).Select(heading => CardOf(heading, counts, lengths)).ToHashSet();
        return blocks.FindAll(block => !Ancestors(block.Element).Any(cards.Contains));
    }

    /// <summary>Linked headings that are not the page's own.</summary>
    public static int Count(List<TextBlock> blocks, string headline) =>
        blocks.Count(block => IsLinkedHeading(block) && !block.Text.Equals(headline, StringComparison.OrdinalIgnoreCase));

    private static bool IsLinkedHeading(TextBlock block) => block is { Kind: BlockKind.Heading, LinkDensity: > 0.8 };

    /// <summary>The widest element around a heading that holds no other linked heading and little text.</summary>
    private static IElement CardOf(TextBlock heading, Dictionary<IElement, int> counts, Dictionary<IElement, int> lengths) =>
        Ancestors(heading.Element).TakeWhile(element => counts[element] == 1 && lengths[element] <= LongestText).LastOrDefault() ?? heading.Element;

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
