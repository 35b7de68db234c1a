using System.Text.RegularExpressions;
using Enrichment.WordTables;
using Indexer.Extraction.Elements;
using Indexer.Html;

namespace Indexer.Extraction.Body;

/// <summary>Removes blocks that are not part of the text of an article: captions, bylines, links, advertisements, the headline.</summary>
internal static partial class BodyTrim
{
    /// <summary>Blocks of the text, from the first to the last one with sentences.</summary>
    public static IReadOnlyList<TextBlock> Trim(FoundBody body, string headline)
    {
        var kept = body.Blocks.Where((block, i) => (!IsNotText(block) || IsLinkedParagraph(body.Blocks, i)) && !IsHeadline(block, headline))
            .ToList();
        var first = kept.FindIndex(block => BeginsText(block, body.IsNamed));
        var last = kept.FindLastIndex(block => EndsText(block, body.IsNamed));
        return first < 0 || last < first ? [] : kept[first..(last + 1)];
    }

    /// <summary>
    /// Returns true for a line between paragraphs that is not text: a pointer to another article, an invitation, a credit, an
    /// advertisement.
    /// </summary>
    public static bool IsBetweenParagraphs(string line) => line.Length < MaxLabel && Label.IsMatch(line);

    /// <summary>Maximum length of such a line, in characters.</summary>
    private const int MaxLabel = 300;

    /// <summary>
    /// Returns true for a paragraph that is a link between two that are not. Three such links in a row are a list of articles.
    /// </summary>
    private static bool IsLinkedParagraph(IReadOnlyList<TextBlock> blocks, int index)
    {
        if (!IsLinkedSentence(blocks[index]))
            return false;
        int before = index - 1, after = index + 1;
        while (before >= 0 && IsLinkedSentence(blocks[before]))
            before--;
        while (after < blocks.Count && IsLinkedSentence(blocks[after]))
            after++;
        return after - before - 1 <= MaxLinked && before >= 0 && after < blocks.Count && IsParagraph(blocks[before])
            && IsParagraph(blocks[after]);
    }

    /// <summary>Maximum number of successive linked paragraphs.</summary>
    private const int MaxLinked = 2;

    private static bool IsParagraph(TextBlock block) => block.Kind == BlockKind.Paragraph && BlockText.IsSentences(block);

    /// <summary>Returns true for a whole sentence that is a link: text between other paragraphs, a teaser elsewhere.</summary>
    public static bool IsLinkedSentence(TextBlock block) =>
        block is { Kind: BlockKind.Paragraph or BlockKind.Quotation, LinkDensity: > MinLinkDensity, Text.Length: >= MinLinked }
            && BlockText.EndsASentence(block.Text) && !IsBetweenParagraphs(block.Text);

    /// <summary>Minimum length of a linked sentence, in characters.</summary>
    private const int MinLinked = 100;

    /// <summary>Link density above which a block counts as a link.</summary>
    private const double MinLinkDensity = 0.6;

    private static bool BeginsText(TextBlock block, bool isNamed) =>
        BlockText.IsSentences(block) || (isNamed && block.LinkDensity < 0.3 && block.Text.Length >= 20);

    private static bool EndsText(TextBlock block, bool isNamed) =>
        BlockText.IsSentences(block) || (isNamed && block.LinkDensity < 0.3 && block.Kind != BlockKind.Heading);

    private static bool IsHeadline(TextBlock block, string headline) =>
        headline.Length > 0 && string.Equals(block.Text, headline, StringComparison.OrdinalIgnoreCase);

    private static bool IsNotText(TextBlock block) =>
        block.Kind == BlockKind.Caption
        || (block.LinkDensity > MinLinkDensity && !BlockText.EndsASentence(block.Text))
        || block.LinkDensity > 0.9
        || IsBetweenParagraphs(block.Text)
        || (block.Text.Length < 60 && Byline().IsMatch(block.Text));

    [GeneratedRegex(
        @"\A(by|von|par|por|di|door|av|af)\s+\p{Lu}"
        + @"|\A(comments?|tags?|topics?|share|posted (on|in|by)\b.*|published:?.*|updated:?.*|last (updated|modified):?.*"
        + @"|filed under:?.*)\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    private static readonly WordTable Table = WordTable.Read(typeof(BodyTrim), "between-paragraphs.tsv");

    /// <summary>Start of a line between paragraphs that is not text.</summary>
    private static readonly Regex Label = WordPattern.OfAnyCase(
        $@"\A({WordPattern.AnyOf(Table.ValuesOf("start"))}|{WordPattern.AnyOf(Table.ValuesOf("word"))}\b"
        + $@"|{WordPattern.AnyOf(Table.ValuesOf("line"))}\z|abbildung \d+:)");
}
