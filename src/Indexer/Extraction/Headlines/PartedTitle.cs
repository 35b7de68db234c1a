using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Html;

namespace Indexer.Extraction.Headlines;

/// <summary>A title in which separators may divide headline, section and site.</summary>
internal sealed record PartedTitle(string Text)
{
    /// <summary>Number of parts of a title with one separator: the title and its two halves.</summary>
    private const int PartsOfTwo = 3;

    /// <summary>Separators, in the order in which they are tried.</summary>
    public static IReadOnlyList<string> Separators { get; } =
        [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " / ", " « ", " ‹ ", " < ", " > ", " -- ", " ~ ", " : ", "|"];

    /// <summary>True if the title has more parts than headline and site.</summary>
    public bool NamesSection => Parts.Skip(PartsOfTwo).Any();

    /// <summary>True for a title that ends with a separator: the page left out the headline.</summary>
    public bool LacksHeadline => Separators.Any(sign => Text.EndsWith(sign.TrimEnd(), StringComparison.Ordinal)) && !Parts.Skip(1).Any();

    /// <summary>The title itself, then its parts by each separator, the longest first.</summary>
    public IEnumerable<string> Parts
    {
        get
        {
            yield return Text;
            foreach (var sign in Separators.Where(sign => Text.Contains(sign, StringComparison.Ordinal)))
            {
                foreach (var part in SplitBy(sign).OrderByDescending(part => part.Length))
                    yield return part;
            }
        }
    }

    /// <summary>
    /// Removes parts at the ends that name a section or the site: short ones that are also links of the page, or whose words are rarer in
    /// its text.
    /// </summary>
    public string OfText(IDocument page)
    {
        if (Separators.Where(sign => Text.Contains(sign, StringComparison.Ordinal)).MaxBy(sign => Text.Split(sign).Length) is not { } sign
            || page.Body is not { } body)
            return Text;
        var parts = SplitBy(sign).ToList();
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
            HeadlineWords.Of(part).Count <= MaxName
                && (links.Contains(HeadlineWords.Fold(part))
                    || (Share(part, text) is var share && share <= MaxShareOfName && share < best));
    }

    /// <summary>Maximum number of words of a name.</summary>
    private const int MaxName = 4;

    /// <summary>Maximum share of the words of a name that occur in the text.</summary>
    private const double MaxShareOfName = 0.5;

    private IEnumerable<string> SplitBy(string sign) =>
        Text.Split(sign).Select(part => part.Trim()).Where(part => part.Length > 0);

    private static double Share(string part, HashSet<string> text) =>
        HeadlineWords.Of(part) is { Count: > 0 } words ? words.Count(text.Contains) / (double)words.Count : 0;
}
