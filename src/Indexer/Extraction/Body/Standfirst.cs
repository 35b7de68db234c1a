using System.Text;
using Indexer.Extraction.Outline;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Body;

/// <summary>
/// The paragraph between a headline and the text that says what the article is about. Pages set it apart, in the head of the article, and
/// repeat it as their description: what stands in both places is one. A heading there is a subtitle, and no part of the text.
/// </summary>
internal static class Standfirst
{
    /// <summary>In letters and digits: what has fewer in common with the description may be any line.</summary>
    private const int LeastShared = 25, Compared = 45;

    /// <summary>Blocks after the headline.</summary>
    private const int Near = 12;

    /// <summary>In characters.</summary>
    private const int Longest = 800;

    /// <returns>Null where there is none, or the body has it.</returns>
    public static string? Of(PageOutline outline, IEnumerable<string> descriptions, string body)
    {
        var inBody = Letters(body);
        var openings = descriptions.Select(PageText.Clean).Select(Letters).Where(letters => letters.Length >= LeastShared)
            .Select(letters => letters[..Math.Min(letters.Length, Compared)]).Where(opening => !inBody.Contains(opening, StringComparison.Ordinal)).ToList();
        return openings.Count == 0 ? null : outline.After(Near).FirstOrDefault(block => MayBe(block) && Letters(block.Text) is var letters && openings.Exists(opening => letters.StartsWith(opening, StringComparison.Ordinal)))?.Text;
    }

    private static bool MayBe(TextBlock block) => block is { Kind: BlockKind.Paragraph, LinkDensity: < 0.3, Text.Length: <= Longest };

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Where(char.IsLetterOrDigit))
            letters.Append(char.ToLowerInvariant(c));
        return letters.ToString();
    }
}
