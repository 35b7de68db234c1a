using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Html;

namespace Indexer.Extraction.Body;

/// <summary>
/// Finds the element that contains the article: the one with the greatest length of sentences minus the length of other text. An element
/// with the article alone wins over its parent, which has other text besides.
/// </summary>
internal static class BodyFinder
{
    /// <summary>Minimum share of the greatest sum for an element that is named as the body of an article.</summary>
    private const double MinNamedShare = 0.5;

    /// <summary>Share of the greatest sum above which the deepest element wins.</summary>
    private const double MinShare = 0.9;

    /// <summary>
    /// Minimum length of a lead before the element, in characters; shorter paragraphs are captions or lines about the article.
    /// </summary>
    private const int MinLead = 80;

    /// <summary>Maximum penalty of a label and of a link, in characters.</summary>
    private const int MaxLabelPenalty = 40, MaxLinkPenalty = 150;

    /// <summary>Finds the element of the article in a page.</summary>
    public static FoundBody Find(IElement body, string headline)
    {
        var blocks = TeaserCards.Without(TextBlocks.Of(body), headline);
        var sums = SumsOf(blocks, body);
        if (sums.Count == 0)
            return FoundBody.Nothing;

        var best = Best(sums);
        var named = PlainTextOfNamed(blocks, body);
        if (named.Count > 0 && Best(named) is var articleBody
            && articleBody.Value > 0 && articleBody.Value >= MinNamedShare * best.Value)
            return Within(blocks, articleBody.Key, isNamed: true);
        return best.Value <= 0 ? FoundBody.Nothing : Within(blocks, best.Key, isNamed: false);
    }

    private static Dictionary<IElement, double> SumsOf(List<TextBlock> blocks, IElement body)
    {
        var sums = new Dictionary<IElement, double>();
        foreach (var block in blocks)
        {
            var weight = WeightOf(block);
            for (IElement? up = block.Element; up is not null; up = up == body ? null : up.ParentElement)
                sums[up] = sums.GetValueOrDefault(up) + weight;
        }

        return sums;
    }

    /// <summary>
    /// Length of text outside of links in elements that are named as bodies, which may have lists and tables rather than sentences.
    /// </summary>
    private static Dictionary<IElement, double> PlainTextOfNamed(List<TextBlock> blocks, IElement body)
    {
        var lengths = new Dictionary<IElement, double>();
        foreach (var block in blocks.Where(block => block.LinkDensity < 0.5))
        {
            for (IElement? up = block.Element; up is not null; up = up == body ? null : up.ParentElement)
            {
                if (IsNamedBody(up))
                    lengths[up] = lengths.GetValueOrDefault(up) + block.Text.Length - block.LinkLength;
            }
        }

        return lengths;
    }

    /// <summary>
    /// The deepest element with at least <see cref="MinShare"/> of the greatest sum; its parents add little but furniture.
    /// </summary>
    private static KeyValuePair<IElement, double> Best(IReadOnlyDictionary<IElement, double> sums)
    {
        var greatest = Math.Max(sums.Max(pair => pair.Value), 0);
        return sums.Where(pair => pair.Value >= MinShare * greatest)
            .DefaultIfEmpty()
            .MaxBy(pair => (pair.Key is null ? 0 : Depth(pair.Key), pair.Value));
    }

    private static int Depth(IElement element)
    {
        var depth = 0;
        for (var up = element.ParentElement; up is not null; up = up.ParentElement)
            depth++;
        return depth;
    }

    private static double WeightOf(TextBlock block)
    {
        if (BlockText.IsSentences(block))
            return block.Text.Length - block.LinkLength;
        return block.Kind switch
        {
            BlockKind.Heading => 0,
            _ when BodyTrim.IsLinkedSentence(block) => 0,
            _ when block.LinkDensity > 0.5 => -Math.Min(block.Text.Length, MaxLinkPenalty),
            _ => -Math.Min(block.Text.Length, MaxLabelPenalty),
        };
    }

    private static bool IsNamedBody(IElement element) =>
        element.GetAttribute("itemprop")?.Contains("articleBody", StringComparison.OrdinalIgnoreCase) == true
        || (element.LocalName != "p" && ElementNames.IsArticleBody(element));

    private static FoundBody Within(List<TextBlock> blocks, IElement root, bool isNamed) =>
        new([.. Before(blocks, root), .. blocks.FindAll(block => root.Contains(block.Element))], isNamed);

    /// <summary>Paragraphs right before the element: many pages separate the lead from the other paragraphs.</summary>
    private static IEnumerable<TextBlock> Before(List<TextBlock> blocks, IElement root)
    {
        var first = blocks.FindIndex(block => root.Contains(block.Element));
        var begin = first;
        while (begin > 0 && MayLead(blocks[begin - 1]))
            begin--;
        return first < 0 ? [] : blocks[begin..first];
    }

    private static bool MayLead(TextBlock block) =>
        block.Kind == BlockKind.Paragraph && block.Text.Length >= MinLead && block.LinkDensity < 0.3 && BlockText.IsSentences(block);
}
