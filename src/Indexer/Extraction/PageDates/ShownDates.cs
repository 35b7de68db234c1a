using AngleSharp.Dom;
using Indexer.Dates;
using Indexer.Extraction.Elements;
using Indexer.Extraction.Outline;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.PageDates;

/// <summary>
/// Dates of publication that a page shows, the most reliable first: dates labelled as the first publication, elements named as dates, lines
/// near the headline. Dates of changes and events, and dates outside of the article, are skipped.
/// </summary>
internal sealed class ShownDates(IDocument page, ArticleRegion region, DateContext context)
{
    private static readonly string[] NamedDates =
    [
        "time[pubdate]", "time.published", "time.entry-date", "article header time", "time[itemprop~=datePublished]",
        "article time[datetime]", "main time[datetime]", "time[datetime]", "abbr.published", ".published", ".pubdate", ".publish-date",
        ".published-date", ".post-date", ".entry-date", ".article-date", ".article__date", ".article-datetime", ".date-published",
        ".datepublished", ".dateline", ".timestamp", ".posted-on", ".post-meta", ".entry-meta", ".postmetadata", ".byline", ".meta",
        ".date", ".datum", ".fecha", ".data", "[class*=publish]", "[class*=pubdate]", "[class*=date]", "[class*=Date]", "[class*=datum]",
        "[id*=date]", "time", ".author",
    ];

    /// <summary>Maximum number of elements read for one selector; more are entries of lists.</summary>
    private const int MaxPerSelector = 3;

    /// <summary>Maximum length of a line with a date, in characters.</summary>
    private const int MaxLine = 120;

    /// <summary>Length of a weekday and a date at the start of a heading, in characters.</summary>
    private const int MaxDateInHeading = 30;

    private readonly List<TextBlock> near =
        [.. region.Near()
        .Where(block => !region.IsInList(block.Element, other => LabelledDate.Of(PageText.Clean(other.TextContent), context).Count > 0))];

    /// <summary>Days in elements that are named as dates of changes or events.</summary>
    private readonly HashSet<DateOnly> others =
        [.. DaysIn(page.QuerySelectorAll("time, [class]").Where(NamedOtherwise), context)
        .Except(DaysIn(page.QuerySelectorAll("time, [class]").Where(NamedPublication), context))];

    /// <summary>Dates, the most reliable first; may contain the same date several times.</summary>
    public IEnumerable<DateReading> All() =>
        FirstPublished().Concat(Named()).Concat(BeforeHeadline()).Concat(Lines()).Concat(Stated()).Concat(LabelledText())
            .Concat(BesideHeadlineElsewhere());

    private IEnumerable<DateReading> FirstPublished() =>
        near.Concat(region.Below()).SelectMany(DatesOf).Where(date => date.Label == DateLabel.FirstPublished).Select(date => date.Reading);

    private IEnumerable<DateReading> Named()
    {
        var readings =
            NamedDates.SelectMany(selector => page.QuerySelectorAll(selector)
            .Where(element => IsOfTheArticle(element) && !region.IsInList(element, IsDated)).Take(MaxPerSelector)).Distinct().Select(Read)
            .OfType<LabelledDate>().ToList();
        return readings.OrderByDescending(date => date.Label == DateLabel.Published).Select(date => date.Reading);
    }

    private bool IsOfTheArticle(IElement element) => region.ZoneOf(element) switch
    {
        ArticleZone.Head or ArticleZone.Above => true,
        ArticleZone.Below => ElementNames.IsPublication(element),
        _ => false,
    };

    private bool IsDated(IElement element) => LabelledDate.Of(PageText.Clean(element.TextContent), context).Count > 0;

    /// <summary>Reads the date of an element; null for dates of changes and events.</summary>
    private LabelledDate? Read(IElement element)
    {
        if (NamedOtherwise(element))
            return null;
        var before = ElementNames.IsPublication(element) ? "" : TextBefore(element);
        // The text may be a label without a date, and an attribute has the date.
        if (PageText.Clean(element.TextContent) is { Length: < MaxDateInHeading } label && !label.Any(char.IsDigit))
            before += ' ' + label;
        foreach (var text in Texts(element))
        {
            if (LabelledDate.Of(PageText.Clean(text), context, before) is not { Count: > 0 } dates)
                continue;
            dates.RemoveAll(date => !MayBePublication(date));
            return dates.Count == 0 ? null : dates.MaxBy(date => date.Label);
        }

        return null;
    }

    private static IEnumerable<DateOnly> DaysIn(IEnumerable<IElement> elements, DateContext context) =>
        elements.SelectMany(Texts).SelectMany(text => LabelledDate.Of(PageText.Clean(text), context))
            .Select(date => date.Reading.Date.FirstDay);

    private static bool NamedPublication(IElement element) =>
        element.TextContent.Length < MaxLine && ElementNames.IsPublication(element);

    private bool MayBePublication(LabelledDate date) =>
        date.Label is DateLabel.Published or DateLabel.FirstPublished
            || (date.Label == DateLabel.None && !others.Contains(date.Reading.Date.FirstDay));

    private static IEnumerable<string> Texts(IElement element) =>
        ((string?[])[element.GetAttribute("datetime"), element.GetAttribute("content"), element.GetAttribute("title"),
            string.Join(' ', TextBlocks.Of(element).Select(block => block.Text))]).OfType<string>().Where(text => text.Length > 0);

    private static bool NamedOtherwise(IElement element)
    {
        for (IElement? up = element; up is not null && up.TextContent.Length < MaxLine; up = up.ParentElement)
        {
            if (ElementNames.IsPublication(up))
                return false;
            if (ElementNames.IsChange(up) || ElementNames.IsEvent(up))
                return true;
        }

        return false;
    }

    /// <summary>Text right before an element, which may label its date; headings and paragraphs are excluded.</summary>
    private static string TextBefore(IElement element)
    {
        var before = "";
        for (INode? node = element; node is not null && before.Length < MaxDateInHeading; node = node.PreviousSibling ?? node.Parent)
        {
            if (node.PreviousSibling is IElement { LocalName: "h1" or "h2" or "h3" or "h4" or "h5" or "h6" }
                or { TextContent.Length: > MaxLine })
                break;
            if (node.PreviousSibling is { } sibling)
                before = sibling.TextContent + ' ' + before;
            else if (node.Parent is IElement { LocalName: "article" or "main" or "body" or "section" or "header" })
                break;
        }

        return PageText.Clean(before);
    }

    /// <summary>A date at the start of the headline: <c>23.01.2022 - Fog closes port</c>.</summary>
    private IEnumerable<DateReading> BeforeHeadline() =>
        region.Headline is { } heading && DateText.All(heading.Text, context, out _) is [{ Begin: 0, Reading: var reading }, ..]
            ? [reading]
            : [];

    /// <summary>Dates beside the headline in lists of articles.</summary>
    private IEnumerable<DateReading> BesideHeadlineElsewhere() =>
        region.WithHeadline().Select(block => LabelledDate.Of(block.Text, context))
            .Where(dates => dates is [{ Label: DateLabel.None or DateLabel.Published }]).Select(dates => dates[0].Reading);

    private IEnumerable<DateReading> Lines() =>
        near.Where(block => block.Text.Length < MaxLine && block.LinkDensity < 0.7).SelectMany(DatesOf)
            .Where(MayBePublication).OrderByDescending(date => date.Label).Select(date => date.Reading);

    private IEnumerable<DateReading> Stated()
    {
        foreach (var block in near)
        {
            if (StatedDate.Of(block.Text, context) is { Date: { } date } stated)
                yield return new DateReading(date, stated.TimeOfDay);
        }
    }

    /// <summary>
    /// Labelled dates right below the text, or anywhere after it in a line with the date of a change as well; comments never have both.
    /// </summary>
    private IEnumerable<DateReading> LabelledText() =>
        region.Below().Select(block => DatesOf(block).ToList())
            .Concat(region.After().Select(block => LabelledDate.Of(block.Text, context))
            .Where(dates => dates.Exists(date => date.Label == DateLabel.Changed)))
            .SelectMany(dates => dates).Where(date => date.Label == DateLabel.Published).Select(date => date.Reading);

    private IEnumerable<LabelledDate> DatesOf(TextBlock block)
    {
        var text = block.Kind == BlockKind.Heading ? block.Text[..Math.Min(block.Text.Length, MaxDateInHeading)] : block.Text;
        var dates = LabelledDate.Of(text, context, region.LabelBefore(block));
        return dates.Exists(date => date.Label != DateLabel.None) || LabelledDate.IsDateLine(text, context) ? dates : [];
    }
}
