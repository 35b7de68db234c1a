using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Headlines;

/// <summary>A heading of a page: its visible text and the kicker, a few words on the subject, that may precede the headline.</summary>
internal sealed partial class PageHeading(IElement element)
{
    /// <summary>Selectors of kickers.</summary>
    private const string Kickers =
        "[class*=kicker], [class*=overline], [class*=topline], [class*=roofline], [class*=dachzeile], [class*=spitzmarke], "
        + "[class*=category], [class*=eyebrow], [class*=pretitle], [class*=pre-title], [class*=supertitle], [class*=headline-intro], "
        + "[class*=intro], [class*=topic], [class*=prefix], [class*=label], [class*=strapline], span[class*=small], small";

    /// <summary>Selectors of lines that continue the headline as often as they precede it.</summary>
    private const string Sublines = "[class*=subtitle], [class*=tagline]";

    /// <summary>Minimum length of the headline after a kicker, in characters.</summary>
    private const int MinAfterKicker = 8;

    /// <summary>Minimum length of the last part of a heading that may be the headline, in characters.</summary>
    private const int MinLastPart = 15;

    /// <summary>Maximum length of a kicker before the last part, in characters.</summary>
    private const int MaxBeforeLastPart = 60;

    private static readonly char[] AfterKicker = [' ', ':', '|', '–', '-'];

    private string? withoutKicker;

    /// <summary>Visible text; empty if there is none.</summary>
    public string Text { get; } = TextOf(element);

    /// <summary>Visible text without a kicker at its start.</summary>
    public string WithoutKicker => withoutKicker ??= After(Kickers) ?? AfterLoneSign() ?? Text;

    /// <summary>Name of the element, h1 to h6.</summary>
    public string Level => element.LocalName;

    /// <summary>Returns true for the name of the site, or a link to its front page.</summary>
    public bool IsOf(SiteName site) => site.Is(Text) || SiteName.IsNamedBy(element, Text);

    /// <summary>True for a separate heading that is a kicker.</summary>
    public bool IsKicker => element.ClassName is { } names && OwnKicker().IsMatch(names);

    /// <summary>True if its class says that it is a title.</summary>
    public bool IsNamedTitle => element.ClassName is { } names && Title().IsMatch(names);

    /// <summary>Returns true for text for screen readers only and for breadcrumbs.</summary>
    public static bool IsHidden(IElement element) => element.ClassName is { } names && Hidden().IsMatch(names);

    /// <summary>Visible text of an element; empty if it has none.</summary>
    public static string TextOf(IElement element)
    {
        var seen = element;
        if (element.QuerySelectorAll("[class]").Any(IsHidden))
        {
            seen = (IElement)element.Clone();
            seen.QuerySelectorAll("[class]").Where(IsHidden).ToList().ForEach(hidden => hidden.Remove());
        }

        return PageText.Clean(string.Join(' ', TextBlocks.Of(seen).Select(block => block.Text)));
    }

    /// <summary>The headline in this heading, without its kicker, if one of the stated headlines confirms it; null otherwise.</summary>
    public string? ConfirmedBy(List<string> told)
    {
        if (WithoutKicker.Length == 0)
            return null;
        if (After(Sublines) is { } below
            && told.Exists(other => new PartedTitle(other).Parts.Any(part => HeadlineWords.Same(part, below))))
            return below;
        if (told.Exists(other => HeadlineWords.Same(other, WithoutKicker)))
            return WithoutKicker;
        if (told.Find(IsEnd) is { } ending)
            return ending;

        // The headline may be an element of its own after that of a kicker.
        var parts = element.Descendants<IElement>().Select(TextOf).Append(OwnText())
            .Where(part => part.Length > 0 && part != WithoutKicker && part != Text).ToList();
        if (parts.Find(part => told.Exists(other => HeadlineWords.Same(other, part))) is { } headline)
            return headline;
        if (parts.Where(IsLastPart).MaxBy(part => part.Length) is { } last
            && WithoutKicker.Length - last.Length is > 1 and <= MaxBeforeLastPart)
            return told.Exists(other => HeadlineWords.Overlaps(last, other)) ? last : null;
        return told.Exists(other => HeadlineWords.Overlaps(WithoutKicker, other)) ? WithoutKicker : null;
    }

    private bool IsEnd(string told) =>
        HeadlineWords.LongEnough(told) is not null && HeadlineWords.Fold(Text) is var whole && HeadlineWords.Fold(told) is var end
        && end.Length < whole.Length && whole.EndsWith(end, StringComparison.Ordinal);

    private bool IsLastPart(string part) =>
        part.Length >= MinLastPart && part.Length < WithoutKicker.Length && WithoutKicker.EndsWith(part, StringComparison.Ordinal);

    private string? After(string kickers) =>
        element.QuerySelector(kickers) is { } kicker && TextOf(kicker) is var above
        && Text.StartsWith(above, StringComparison.Ordinal) && Text.Length > above.Length + MinAfterKicker
            ? Text[above.Length..].TrimStart(AfterKicker)
            : null;

    /// <summary>The element after one that consists of a dash or a colon, which separates the kicker from the headline.</summary>
    private string? AfterLoneSign()
    {
        var sign = element.Descendants<IElement>().FirstOrDefault(each =>
            each.PreviousElementSibling is not null && each.TextContent.Trim() is [':' or '|' or '–' or '-' or '—' or '·']);
        return sign?.NextElementSibling is { } headline ? HeadlineWords.LongEnough(TextOf(headline)) : null;
    }

    private string OwnText() => PageText.Clean(string.Concat(element.ChildNodes.OfType<IText>().Select(text => text.Data)));

    [GeneratedRegex(
        @"\b(visually-?hidden|sr-only|screen-reader\S*|hide-accessible|hidden-accessible|assistive-text|a11y-hidden)\b|breadcrumb",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();

    [GeneratedRegex(
        "kicker|overline|topline|roofline|dachzeile|spitzmarke|eyebrow|pre-?title|supertitle|strapline",
        RegexOptions.IgnoreCase)]
    private static partial Regex OwnKicker();

    [GeneratedRegex(@"\b(title|headline)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();
}
