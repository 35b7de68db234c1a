using AngleSharp.Dom;

namespace Indexer.Extraction.Body;

/// <summary>The text of an article, out of the page around it.</summary>
internal static class ArticleBody
{
    /// <summary>
    /// A text shorter than this, in characters, may be what a bold removal has left over: a more careful one is tried, and taken where it
    /// finds several times as much.
    /// </summary>
    private const int Suspicious = 700;
    private const int SeveralTimes = 3;

    /// <param name="page">Is left as it was.</param>
    /// <returns>Paragraphs parted by an empty line; empty when the page has no running text.</returns>
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
            if (best.Length == 0 || text.Length > SeveralTimes * best.Length)
                best = text;
            if (best.Length >= Suspicious)
                break;
        }

        return best;
    }
}
