using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Html;

namespace Indexer.Extraction.Body;

/// <summary>
/// Finds the part of a page that the article stands in: the element for which the text of its sentences, less the text that is no
/// sentence, is greatest. An element that holds the article alone beats its parent by what the parent has besides.
/// </summary>
internal static class BodyFinder
{
    /// <summary>An element that is called the body of an article is taken for it when it has at least this part of the best sum.</summary>
    private const double NamedShare = 0.5;

    private const double NearlyAll = 0.9;

    /// <summary>In characters: what is shorter is a legend, or a line about the article.</summary>
    private const int ShortestLead = 80;

    private const int LabelLength = 40;
    private const int LinksLength = 150;

    public static FoundBody Find(IElement body, string headline)
    {
        var blocks = TeaserCards.Without(TextBlocks.Of(body), headline);
        var sums = SumsOf(blocks, body);
        if (sums.Count == 0)
            return FoundBody.Nothing;

        var best = Best(sums);
        var named = PlainTextOfNamed(blocks, body);
        if (named.Count > 0 && Best(named) is var articleBody && articleBody.Value > 0 && articleBody.Value >= NamedShare * best.Value)
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
    /// An element that is called an article's body may hold lists and tables rather than sentences: all text but links counts.
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

    /// <summary>The deepest element that has nearly the greatest sum: what lies above it adds little but furniture.</summary>
    private static KeyValuePair<IElement, double> Best(IReadOnlyDictionary<IElement, double> sums)
    {
        var greatest = Math.Max(sums.Max(pair => pair.Value), 0);
        return sums.Where(pair => pair.Value >= NearlyAll * greatest).DefaultIfEmpty().MaxBy(pair => (pair.Key is null ? 0 : Depth(pair.Key), pair.Value));
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
            _ when block.LinkDensity > 0.5 => -Math.Min(block.Text.Length, LinksLength),
            _ => -Math.Min(block.Text.Length, LabelLength),
        };
    }

    private static bool IsNamedBody(IElement element) =>
        element.GetAttribute("itemprop")?.Contains("articleBody", StringComparison.OrdinalIgnoreCase) == true || (element.LocalName != "p" && ElementNames.IsArticleBody(element));

    private static FoundBody Within(List<TextBlock> blocks, IElement root, bool isNamed) =>
        new([.. Before(blocks, root), .. blocks.FindAll(block => root.Contains(block.Element))], isNamed);

    /// <summary>Paragraphs right before the element: many pages part the lead, or the first paragraph, from the others.</summary>
    private static IEnumerable<TextBlock> Before(List<TextBlock> blocks, IElement root)
    {
        var first = blocks.FindIndex(block => root.Contains(block.Element));
        var begin = first;
        while (begin > 0 && MayLead(blocks[begin - 1]))
            begin--;
        return first < 0 ? [] : blocks[begin..first];
    }

    private static bool MayLead(TextBlock block) =>
        block.Kind == BlockKind.Paragraph && block.Text.Length >= ShortestLead && block.LinkDensity < 0.3 && BlockText.IsSentences(block);
}
