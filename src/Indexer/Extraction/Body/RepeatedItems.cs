using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Dates;
using Indexer.Extraction.Elements;
using Indexer.Html;

namespace Indexer.Extraction.Body;

/// <summary>
/// Removes similar sibling elements that are not the article: comments, reviews, posts of a thread, entries of a list. They are recognised
/// by structure, not by name: each has a date, an age ("3 hours ago") or an answer button, or a heading like that of the article.
/// </summary>
internal static partial class RepeatedItems
{
    /// <summary>Minimum number of similar items.</summary>
    private const int MinItems = 3;

    /// <summary>Maximum length of the line with author and date of a comment, in characters.</summary>
    private const int MaxStamp = 100;

    /// <summary>Minimum length of other sentences, in characters; with less, the items are the content of the page.</summary>
    private const int MinBeside = 120;

    /// <summary>Removes the items, unless they are all the text of the page. An item with the headline is kept.</summary>
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
        if (items.Count >= MinItems && TextBeside(items, blocks, title) >= MinBeside)
            items.ToList().ForEach(item => item.Remove());
    }

    /// <summary>Length of sentences between the headline and the first item.</summary>
    private static int TextBeside(HashSet<IElement> items, List<TextBlock> blocks, TextBlock? title) =>
        blocks.Skip(title is null ? 0 : blocks.IndexOf(title)).TakeWhile(block => !Ancestors(block.Element).Any(items.Contains))
            .Where(BlockText.IsSentences).Sum(block => block.Text.Length - block.LinkLength);

    /// <summary>Other articles: siblings like the element of the headline, each with a heading of the same level.</summary>
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

    /// <summary>Similar siblings, at least three, each with a stamp and text.</summary>
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
                .Where(group => group.Count() >= MinItems)
                .SelectMany(group => group),
        ];
    }

    /// <summary>Returns true for elements of text. Quoted posts have a date as well, but are part of the text.</summary>
    private static bool IsOfText(IElement element) =>
        element.LocalName is "p" or "blockquote" or "figure" || element.Closest("blockquote") is not null;

    private static bool IsStamp(TextBlock block) =>
        block.Element.Closest("blockquote") is null && block.Text.Length <= MaxStamp && block.Kind != BlockKind.Caption
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

    /// <summary>Parts of class names that vary among similar elements.</summary>
    [GeneratedRegex(@"\d+|\b(odd|even|first|last|alt|thread-\w+|depth-\w*|by\S*|active)\b|\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Varying();

    /// <summary>An age ("3 hours ago") or the text of an answer button.</summary>
    [GeneratedRegex(
        @"\b(\d+|an?|one)\s*(seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdwy])\s+ago\b"
        + @"|\bvor\s+(\d+|einem|einer)\s+(minuten?|stunden?|tag(en)?|wochen?|monat(en)?|jahr(en)?)\b"
        + @"|\bil y a \d+|\bhace \d+|\A\W*(reply|antworten|répondre|responder|rispondi|svara|svar|vastaa|odpowiedz|ответить)\W*\z"
        + @"|\b(says|said|schrieb|schreibt|wrote|a écrit|dijo):\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Age();
}
