using AngleSharp.Dom;

namespace Indexer.Extraction.Body;

/// <summary>Extracts the text of an article from its page.</summary>
internal static class ArticleBody
{
    /// <summary>
    /// Length in characters below which a text may be what an aggressive removal left over. A more careful one is tried, and wins if it
    /// finds several times as much.
    /// </summary>
    private const int MinLength = 700;
    private const int MinGain = 3;

    /// <summary>Extracts the text.</summary>
    /// <param name="page">Not changed.</param>
    /// <param name="headline">Headline of the article, which is not part of the text; empty if unknown.</param>
    /// <returns>Paragraphs with an empty line between them; empty if the page has no running text.</returns>
    public static string Of(IElement page, string headline)
    {
        var best = "";
        page = (IElement)page.Clone();
        RepeatedItems.Remove(page, headline);
        foreach (var removal in Enum.GetValues<FurnitureRemoval>())
        {
            var body = (IElement)page.Clone();
            PageFurniture.Remove(body, removal);
            var text = string.Join("\n\n", BodyTrim.Trim(BodyFinder.Find(body, headline), headline).Select(block => block.Text));
            if (best.Length == 0 || text.Length > MinGain * best.Length)
                best = text;
            if (best.Length >= MinLength)
                break;
        }

        return best;
    }
}
