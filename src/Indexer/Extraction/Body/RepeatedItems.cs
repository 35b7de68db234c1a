using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Dates;
using Indexer.Extraction.Elements;
using Indexer.Html;

namespace Indexer.Extraction.Body;

/// <summary>
/// Elements of one make that lie beside each other and are not the article: comments, reviews, posts of a thread, other entries of a list.
/// They are known by their structure, whatever they are called: each has a day, an age or an answer button of its own, or a heading like
/// the one of the article.
/// </summary>
internal static partial class RepeatedItems
{
    private const int Fewest = 3;

    /// <summary>In characters: the line of a comment that names who and when.</summary>
    private const int LongestStamp = 100;

    /// <summary>In characters of sentences: with less besides, the items are what the page is about.</summary>
    private const int LeastBeside = 120;

    /// <summary>Takes them out of a page, but where they are all of its text, or one of them holds the headline.</summary>
    public static void Remove(IElement page, string headline)
    {
        var blocks = TextBlocks.Of(page);
        var title = blocks.Find(block => block.Kind == BlockKind.Heading && headline.Length > 0
            && block.Text.Contains(headline, StringComparison.OrdinalIgnoreCase));
        if (title is not null && OthersLike(title, blocks) is { Count: > 0 } others)
        {
            others.ForEach(other => other.Remove());
            blocks.RemoveAll(block => !page.Contains(block.Element));
        }

        var items = Stamped(blocks);
        items.RemoveWhere(item => title is not null && item.Contains(title.Element));
        if (items.Count >= Fewest && TextBeside(items, blocks, title) >= LeastBeside)
            items.ToList().ForEach(item => item.Remove());
    }

    /// <summary>Between the headline and the first of the items: what stands elsewhere is of the page.</summary>
    private static int TextBeside(HashSet<IElement> items, List<TextBlock> blocks, TextBlock? title) =>
        blocks.Skip(title is null ? 0 : blocks.IndexOf(title)).TakeWhile(block => !Ancestors(block.Element).Any(items.Contains))
            .Where(BlockText.IsSentences).Sum(block => block.Text.Length - block.LinkLength);

    /// <summary>
    /// Where the headline stands in one of several elements of the same make, each with such a heading, the others are other articles.
    /// </summary>
    private static List<IElement> OthersLike(TextBlock title, List<TextBlock> blocks)
    {
        var level = HeadingOf(title.Element);
        var headings = blocks.FindAll(block => block.Kind == BlockKind.Heading && block != title && HeadingOf(block.Element) == level);
        foreach (var item in Ancestors(title.Element).TakeWhile(element => element.LocalName is not ("body" or "html")))
        {
            var others = Like(item).ToList();
            if (others.Count > 0 && others.TrueForAll(other => headings.Exists(heading => other.Contains(heading.Element)))
                && blocks.Exists(block => item.Contains(block.Element) && BlockText.IsSentences(block)))
                return others;
        }

        return [];
    }

    private static string? HeadingOf(IElement element) => element.Closest("h1, h2, h3, h4, h5, h6")?.LocalName;

    /// <summary>Three and more elements beside each other, of one make, each with a stamp and a text below or above it.</summary>
    private static HashSet<IElement> Stamped(List<TextBlock> blocks)
    {
        var stamped = blocks.Where(IsStamp).SelectMany(block => Ancestors(block.Element)).ToHashSet();
        var texts = blocks.Where(block => !IsStamp(block) && BlockText.IsSentences(block)).SelectMany(block => Ancestors(block.Element))
            .ToHashSet();
        return
        [
            .. stamped.Where(texts.Contains).Where(element => element.ParentElement is not null && !IsOfText(element))
                .GroupBy(element =>
                    (element.ParentElement, element.LocalName, element.ClassName is { } name ? Varying().Replace(name, "") : ""))
                .Where(group => group.Count() >= Fewest)
                .SelectMany(group => group),
        ];
    }

    /// <summary>Quoted posts have their day as well, and are part of the text that quotes them.</summary>
    private static bool IsOfText(IElement element) =>
        element.LocalName is "p" or "blockquote" or "figure" || element.Closest("blockquote") is not null;

    private static bool IsStamp(TextBlock block) =>
        block.Element.Closest("blockquote") is null && block.Text.Length <= LongestStamp && block.Kind != BlockKind.Caption
            && (Age().IsMatch(block.Text)
            || DateText.All(block.Text, default, out _).Any(date => date.Reading.Date.Precision >= NewsIndex.Articles.DatePrecision.Day));

    private static IEnumerable<IElement> Like(IElement item) =>
        item.ParentElement is { } parent
            ? parent.Children.Where(other => other != item && other.LocalName == item.LocalName && Make(other) == Make(item))
            : [];

    private static string Make(IElement element) => Varying().Replace(element.ClassName ?? "", "");

    private static IEnumerable<IElement> Ancestors(IElement element)
    {
        for (IElement? up = element; up is not null; up = up.ParentElement)
            yield return up;
    }

    /// <summary>Numbers and turns in the names of elements of one make.</summary>
    [GeneratedRegex(@"\d+|\b(odd|even|first|last|alt|thread-\w+|depth-\w*|by\S*|active)\b|\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Varying();

    /// <summary>How long ago, or what one presses to answer.</summary>
    [GeneratedRegex(
        @"\b(\d+|an?|one)\s*(seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdwy])\s+ago\b|\bvor\s+(\d+|einem|einer)\s+(minuten?|stunden?|tag(en)?|wochen?|monat(en)?|jahr(en)?)\b|\bil y a \d+|\bhace \d+|\A\W*(reply|antworten|répondre|responder|rispondi|svara|svar|vastaa|odpowiedz|ответить)\W*\z|\b(says|said|schrieb|schreibt|wrote|a écrit|dijo):\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Age();
}
