using System.Text.RegularExpressions;
using Indexer.Extraction.Elements;
using Indexer.Html;
using Indexer.WordTables;

namespace Indexer.Extraction.Body;

/// <summary>Takes from the blocks of an article those that are no part of its text.</summary>
internal static partial class BodyTrim
{
    public static IReadOnlyList<TextBlock> Trim(FoundBody body, string headline)
    {
        var kept = body.Blocks.Where((block, i) => (!IsBesides(block) || IsLinkedParagraph(body.Blocks, i)) && !IsHeadline(block, headline))
            .ToList();
        var first = kept.FindIndex(block => BeginsText(block, body.IsNamed));
        var last = kept.FindLastIndex(block => EndsText(block, body.IsNamed));
        return first < 0 || last < first ? [] : kept[first..(last + 1)];
    }

    /// <summary>
    /// True for a line that papers put between paragraphs and that is no text: a pointer to another article, an invitation, a credit.
    /// </summary>
    public static bool IsBetweenParagraphs(string line) => line.Length < LongestLabel && Label.IsMatch(line);

    private const int LongestLabel = 300;

    /// <summary>
    /// Some sites link whole paragraphs: a long sentence between two others is text, whatever it leads to. Three in a row are a list of
    /// other articles.
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
        return after - before - 1 <= MostLinked && before >= 0 && after < blocks.Count && IsParagraph(blocks[before])
            && IsParagraph(blocks[after]);
    }

    private const int MostLinked = 2;

    private static bool IsParagraph(TextBlock block) => block.Kind == BlockKind.Paragraph && BlockText.IsSentences(block);

    /// <summary>A whole sentence that is a link: text where others stand around it, and a teaser elsewhere.</summary>
    public static bool IsLinkedSentence(TextBlock block) =>
        block is { Kind: BlockKind.Paragraph or BlockKind.Quotation, LinkDensity: > MostlyLink, Text.Length: >= ShortestLinked }
            && BlockText.EndsASentence(block.Text) && !IsBetweenParagraphs(block.Text);

    /// <summary>In characters.</summary>
    private const int ShortestLinked = 100;

    private const double MostlyLink = 0.6;

    private static bool BeginsText(TextBlock block, bool isNamed) =>
        BlockText.IsSentences(block) || (isNamed && block.LinkDensity < 0.3 && block.Text.Length >= 20);

    private static bool EndsText(TextBlock block, bool isNamed) =>
        BlockText.IsSentences(block) || (isNamed && block.LinkDensity < 0.3 && block.Kind != BlockKind.Heading);

    private static bool IsHeadline(TextBlock block, string headline) => headline.Length > 0 && string.Equals(block.Text, headline, StringComparison.OrdinalIgnoreCase);

    private static bool IsBesides(TextBlock block) =>
        block.Kind == BlockKind.Caption
        || (block.LinkDensity > MostlyLink && !BlockText.EndsASentence(block.Text))
        || block.LinkDensity > 0.9
        || IsBetweenParagraphs(block.Text)
        || (block.Text.Length < 60 && Byline().IsMatch(block.Text));

    [GeneratedRegex(
        @"\A(by|von|par|por|di|door|av|af)\s+\p{Lu}"
        + @"|\A(comments?|tags?|topics?|share|posted (on|in|by)\b.*|published:?.*|updated:?.*|last (updated|modified):?.*|filed under:?.*)\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    private static readonly WordTable Table = WordTable.Read("between-paragraphs.tsv");

    /// <summary>What papers put between paragraphs: advertisements, pointers to other articles, credits, invitations.</summary>
    private static readonly Regex Label = WordPattern.OfAnyCase(
        $@"\A({WordPattern.AnyOf(Table.ValuesOf("start"))}|{WordPattern.AnyOf(Table.ValuesOf("word"))}\b"
        + $@"|{WordPattern.AnyOf(Table.ValuesOf("line"))}\z|abbildung \d+:)");
}
