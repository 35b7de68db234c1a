using System.Text;
using Indexer.Extraction.Outline;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Body;

/// <summary>
/// Finds the standfirst, the paragraph between headline and text that summarises an article. It is recognised as a paragraph below the
/// headline that the page repeats as its description. Headings are excluded: they are subtitles.
/// </summary>
internal static class Standfirst
{
    /// <summary>Minimum length of the description, and length that is compared with it, in letters and digits.</summary>
    private const int MinDescription = 25, Compared = 45;

    /// <summary>Number of blocks after the headline that are searched.</summary>
    private const int MaxBlocks = 12;

    /// <summary>Maximum length, in characters.</summary>
    private const int MaxLength = 800;

    /// <summary>Finds the standfirst.</summary>
    /// <param name="descriptions">Descriptions in the metadata of the page.</param>
    /// <param name="body">Text of the article.</param>
    /// <returns>Null if there is none, or if the body contains it.</returns>
    public static string? Of(PageOutline outline, IEnumerable<string> descriptions, string body)
    {
        var inBody = Letters(body);
        var openings = descriptions.Select(PageText.Clean).Select(Letters)
            .Where(letters => letters.Length >= MinDescription)
            .Select(letters => letters[..Math.Min(letters.Length, Compared)])
            .Where(opening => !inBody.Contains(opening, StringComparison.Ordinal))
            .ToList();
        return openings.Count == 0
            ? null
            : outline.After(MaxBlocks).FirstOrDefault(block => MayBe(block) && StartsWithAny(block.Text, openings))?.Text;
    }

    private static bool StartsWithAny(string text, List<string> openings) =>
        Letters(text) is var letters && openings.Exists(opening => letters.StartsWith(opening, StringComparison.Ordinal));

    private static bool MayBe(TextBlock block) => block is { Kind: BlockKind.Paragraph, LinkDensity: < 0.3, Text.Length: <= MaxLength };

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Where(char.IsLetterOrDigit))
            letters.Append(char.ToLowerInvariant(c));
        return letters.ToString();
    }
}
