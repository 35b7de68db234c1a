using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Html;

namespace Indexer.Extraction.Headlines;

/// <summary>A title in which signs may part headline, section and site, as that of a window does.</summary>
internal sealed record PartedTitle(string Text)
{
    /// <summary>The title, and its two halves: with more parts it names a section too.</summary>
    private const int PartsWithSite = 3;

    public static IReadOnlyList<string> Signs { get; } =
        [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " / ", " « ", " ‹ ", " < ", " > ", " -- ", " ~ ", " : ", "|"];

    public bool NamesSection => Parts.Skip(PartsWithSite).Any();

    /// <summary>A sign at the end parts the site from a headline that the page forgot to put there.</summary>
    public bool LacksHeadline => Signs.Any(sign => Text.EndsWith(sign.TrimEnd(), StringComparison.Ordinal)) && !Parts.Skip(1).Any();

    /// <summary>The title itself, then what lies between signs, the longest first.</summary>
    public IEnumerable<string> Parts
    {
        get
        {
            yield return Text;
            foreach (var sign in Signs.Where(sign => Text.Contains(sign, StringComparison.Ordinal)))
            {
                foreach (var part in Text.Split(sign).Select(part => part.Trim()).Where(part => part.Length > 0).OrderByDescending(part => part.Length))
                    yield return part;
            }
        }
    }

    /// <summary>
    /// Less the parts at its ends that name a section or the site: links of the page say the same, or its text has fewer of their words.
    /// </summary>
    public string OfText(IDocument page)
    {
        if (Signs.Where(sign => Text.Contains(sign, StringComparison.Ordinal)).MaxBy(sign => Text.Split(sign).Length) is not { } sign
            || page.Body is not { } body)
            return Text;
        var parts = Text.Split(sign).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        var blocks = TextBlocks.Of(body);
        var links = blocks.Where(block => block.LinkDensity > 0.8).Select(block => HeadlineWords.Fold(block.Text))
            .ToHashSet(StringComparer.Ordinal);
        var text = HeadlineWords.Of(string.Join(' ', blocks.Where(BlockText.IsSentences).Select(block => block.Text)));
        var best = parts.Max(part => Share(part, text));
        while (parts.Count > 1 && IsName(parts[^1]))
            parts.RemoveAt(parts.Count - 1);
        while (parts.Count > 1 && IsName(parts[0]))
            parts.RemoveAt(0);
        return string.Join(sign, parts);

        bool IsName(string part) =>
            HeadlineWords.Of(part).Count <= LongestName
                && (links.Contains(HeadlineWords.Fold(part)) || (Share(part, text) is var share && share <= MostOfName && share < best));
    }

    /// <summary>In words.</summary>
    private const int LongestName = 4;

    private const double MostOfName = 0.5;

    private static double Share(string part, HashSet<string> text) =>
        HeadlineWords.Of(part) is { Count: > 0 } words ? words.Count(text.Contains) / (double)words.Count : 0;
}
