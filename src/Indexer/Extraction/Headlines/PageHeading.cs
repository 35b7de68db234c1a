using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Extraction.Elements;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Headlines;

/// <summary>A heading of a page as readers see it: the text, and the kicker that may stand before it.</summary>
internal sealed partial class PageHeading(IElement element)
{
    /// <summary>A few words above a headline, of its subject.</summary>
    private const string Kickers =
        "[class*=kicker], [class*=overline], [class*=topline], [class*=roofline], [class*=dachzeile], [class*=spitzmarke], [class*=category], [class*=eyebrow], [class*=pretitle], [class*=pre-title], [class*=supertitle], [class*=headline-intro], [class*=intro], [class*=topic], [class*=prefix], [class*=label], [class*=strapline], span[class*=small], small";

    /// <summary>Names of lines that go on with a headline as often as they stand above it.</summary>
    private const string Sublines = "[class*=subtitle], [class*=tagline]";

    /// <summary>In characters: what is left when a kicker is taken away is a headline.</summary>
    private const int LeastBesideKicker = 8;

    private const int LeastOfLastPart = 15;
    private const int MostBeforeLastPart = 60;

    private static readonly char[] AfterKicker = [' ', ':', '|', '–', '-'];

    private string? withoutKicker;

    /// <summary>The whole text; empty where it has none that is seen.</summary>
    public string Text { get; } = TextOf(element);

    /// <summary>Less what stands in an element for kickers before it.</summary>
    public string WithoutKicker => withoutKicker ??= After(Kickers) ?? AfterLoneSign() ?? Text;

    public string Level => element.LocalName;

    /// <summary>The name of the site above each of its pages, a link to its front page.</summary>
    public bool IsOf(SiteName site) => site.Is(Text) || SiteName.IsNamedBy(element, Text);

    /// <summary>A heading of its own for the words above the headline.</summary>
    public bool IsKicker => element.ClassName is { } names && OwnKicker().IsMatch(names);

    public bool IsNamedTitle => element.ClassName is { } names && Title().IsMatch(names);

    /// <summary>What only those hear who do not see the page, and breadcrumbs: of its menus, not of its article.</summary>
    public static bool IsHidden(IElement element) => element.ClassName is { } names && Hidden().IsMatch(names);

    /// <summary>What an element says to those who see the page; empty where that is nothing.</summary>
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

    /// <summary>The text where what was told confirms it, less a kicker before it; null where nothing does.</summary>
    public string? ConfirmedBy(List<string> told)
    {
        if (WithoutKicker.Length == 0)
            return null;
        if (After(Sublines) is { } below && told.Exists(other => new PartedTitle(other).Parts.Any(part => HeadlineWords.Same(part, below))))
            return below;
        if (told.Exists(other => HeadlineWords.Same(other, WithoutKicker)))
            return WithoutKicker;
        if (told.Find(IsEnd) is { } ending)
            return ending;

        // A kicker stands in an element of its own before the headline.
        var parts = element.Descendants<IElement>().Select(TextOf).Append(OwnText()).Where(part => part.Length > 0 && part != WithoutKicker && part != Text).ToList();
        if (parts.Find(part => told.Exists(other => HeadlineWords.Same(other, part))) is { } headline)
            return headline;
        if (parts.Where(IsLastPart).MaxBy(part => part.Length) is { } last && WithoutKicker.Length - last.Length is > 1 and <= MostBeforeLastPart)
            return told.Exists(other => HeadlineWords.Overlaps(last, other)) ? last : null;
        return told.Exists(other => HeadlineWords.Overlaps(WithoutKicker, other)) ? WithoutKicker : null;
    }

    private bool IsEnd(string told) =>
        HeadlineWords.LongEnough(told) is not null && HeadlineWords.Fold(Text) is var whole && HeadlineWords.Fold(told) is var end
        && end.Length < whole.Length && whole.EndsWith(end, StringComparison.Ordinal);

    private bool IsLastPart(string part) =>
        part.Length >= LeastOfLastPart && part.Length < WithoutKicker.Length && WithoutKicker.EndsWith(part, StringComparison.Ordinal);

    private string? After(string kickers) =>
        element.QuerySelector(kickers) is { } kicker && TextOf(kicker) is var above && Text.StartsWith(above, StringComparison.Ordinal) && Text.Length > above.Length + LeastBesideKicker
            ? Text[above.Length..].TrimStart(AfterKicker)
            : null;

    /// <summary>A dash or colon in an element of its own parts two elements that are styled apart: a kicker, and the headline.</summary>
    private string? AfterLoneSign()
    {
        var sign = element.Descendants<IElement>().FirstOrDefault(each => each.PreviousElementSibling is not null && each.TextContent.Trim() is [':' or '|' or '–' or '-' or '—' or '·']);
        return sign?.NextElementSibling is { } headline ? HeadlineWords.LongEnough(TextOf(headline)) : null;
    }

    private string OwnText() => PageText.Clean(string.Concat(element.ChildNodes.OfType<IText>().Select(text => text.Data)));

    [GeneratedRegex(@"\b(visually-?hidden|sr-only|screen-reader\S*|hide-accessible|hidden-accessible|assistive-text|a11y-hidden)\b|breadcrumb", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();

    [GeneratedRegex("kicker|overline|topline|roofline|dachzeile|spitzmarke|eyebrow|pre-?title|supertitle|strapline", RegexOptions.IgnoreCase)]
    private static partial Regex OwnKicker();

    [GeneratedRegex(@"\b(title|headline)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();
}
