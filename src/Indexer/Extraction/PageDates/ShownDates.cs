using AngleSharp.Dom;
using Indexer.Dates;
using Indexer.Extraction.Elements;
using Indexer.Extraction.Outline;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.PageDates;

/// <summary>
/// The days that a page shows its readers as those of its article, the most trustworthy first: what says that it is the first publication,
/// elements that are called dates, lines near the headline. Days of changes and of events are passed over, as is all that lies outside of
/// the article.
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

    /// <summary>Elements of one kind that are looked at; others are of lists.</summary>
    private const int MostOfAKind = 3;

    /// <summary>In characters; what is longer is text.</summary>
    private const int LongestLine = 120;

    /// <summary>In characters: a day of the week and a date.</summary>
    private const int BeginningOfHeading = 30;

    private readonly List<TextBlock> near =
        [.. region.Near()
        .Where(block => !region.IsInList(block.Element, other => LabelledDate.Of(PageText.Clean(other.TextContent), context).Count > 0))];

    /// <summary>
    /// Days that elements are named for as those of changes or events; the line that holds such an element says nothing else of them.
    /// </summary>
    private readonly HashSet<DateOnly> others =
        [.. DaysIn(page.QuerySelectorAll("time, [class]").Where(NamedOtherwise), context)
        .Except(DaysIn(page.QuerySelectorAll("time, [class]").Where(NamedPublication), context))];

    public IEnumerable<DateReading> All() =>
        FirstPublished().Concat(Named()).Concat(BeforeHeadline()).Concat(Lines()).Concat(Stated()).Concat(LabelledText())
            .Concat(BesideHeadlineElsewhere());

    private IEnumerable<DateReading> FirstPublished() =>
        near.Concat(region.Below()).SelectMany(DatesOf).Where(date => date.Label == DateLabel.FirstPublished).Select(date => date.Reading);

    private IEnumerable<DateReading> Named()
    {
        var readings =
            NamedDates.SelectMany(selector => page.QuerySelectorAll(selector)
            .Where(element => IsOfTheArticle(element) && !region.IsInList(element, IsDated)).Take(MostOfAKind)).Distinct().Select(Read)
            .OfType<LabelledDate>().ToList();
        return readings.OrderByDescending(date => date.Label == DateLabel.Published).Select(date => date.Reading);
    }

    private bool IsOfTheArticle(IElement element) => region.PlaceOf(element) switch
    {
        ArticlePlace.Head or ArticlePlace.Above => true,
        ArticlePlace.Below => ElementNames.IsPublication(element),
        _ => false,
    };

    private bool IsDated(IElement element) => LabelledDate.Of(PageText.Clean(element.TextContent), context).Count > 0;

    /// <summary>Null for days of changes and of events.</summary>
    private LabelledDate? Read(IElement element)
    {
        if (NamedOtherwise(element))
            return null;
        var before = ElementNames.IsPublication(element) ? "" : TextBefore(element);
        // A label without a date of its own: the attribute has the date of it.
        if (PageText.Clean(element.TextContent) is { Length: < BeginningOfHeading } label && !label.Any(char.IsDigit))
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
        element.TextContent.Length < LongestLine && ElementNames.IsPublication(element);

    private bool MayBePublication(LabelledDate date) =>
        date.Label is DateLabel.Published or DateLabel.FirstPublished
            || (date.Label == DateLabel.None && !others.Contains(date.Reading.Date.FirstDay));

    private static IEnumerable<string> Texts(IElement element) =>
        ((string?[])[element.GetAttribute("datetime"), element.GetAttribute("content"), element.GetAttribute("title"),
            string.Join(' ', TextBlocks.Of(element).Select(block => block.Text))]).OfType<string>().Where(text => text.Length > 0);

    private static bool NamedOtherwise(IElement element)
    {
        for (IElement? up = element; up is not null && up.TextContent.Length < LongestLine; up = up.ParentElement)
        {
            if (ElementNames.IsPublication(up))
                return false;
            if (ElementNames.IsChange(up) || ElementNames.IsEvent(up))
                return true;
        }

        return false;
    }

    /// <summary>What is written right before an element and may say what its date is; headings and paragraphs say nothing of it.</summary>
    private static string TextBefore(IElement element)
    {
        var before = "";
        for (INode? node = element; node is not null && before.Length < BeginningOfHeading; node = node.PreviousSibling ?? node.Parent)
        {
            if (node.PreviousSibling is IElement { LocalName: "h1" or "h2" or "h3" or "h4" or "h5" or "h6" }
                or { TextContent.Length: > LongestLine })
                break;
            if (node.PreviousSibling is { } sibling)
                before = sibling.TextContent + ' ' + before;
            else if (node.Parent is IElement { LocalName: "article" or "main" or "body" or "section" or "header" })
                break;
        }

        return PageText.Clean(before);
    }

    /// <summary>In the heading itself: <c>23.01.2022 - Fog closes port</c>.</summary>
    private IEnumerable<DateReading> BeforeHeadline() =>
        region.Headline is { } heading && DateText.All(heading.Text, context, out _) is [{ Begin: 0, Reading: var reading }, ..]
            ? [reading]
            : [];

    /// <summary>Lists of the site have the page's own article among them, with its day.</summary>
    private IEnumerable<DateReading> BesideHeadlineElsewhere() =>
        region.WithHeadline().Select(block => LabelledDate.Of(block.Text, context))
            .Where(dates => dates is [{ Label: DateLabel.None or DateLabel.Published }]).Select(dates => dates[0].Reading);

    private IEnumerable<DateReading> Lines() =>
        near.Where(block => block.Text.Length < LongestLine && block.LinkDensity < 0.7).SelectMany(DatesOf)
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
    /// Right below the text, or anywhere after it in a line that says as well when the text was changed: of comments only one or the other
    /// is said.
    /// </summary>
    private IEnumerable<DateReading> LabelledText() =>
        region.Below().Select(block => DatesOf(block).ToList())
            .Concat(region.After().Select(block => LabelledDate.Of(block.Text, context))
            .Where(dates => dates.Exists(date => date.Label == DateLabel.Changed)))
            .SelectMany(dates => dates).Where(date => date.Label == DateLabel.Published).Select(date => date.Reading);

    private IEnumerable<LabelledDate> DatesOf(TextBlock block)
    {
        var text = block.Kind == BlockKind.Heading ? block.Text[..Math.Min(block.Text.Length, BeginningOfHeading)] : block.Text;
        var dates = LabelledDate.Of(text, context, region.LabelBefore(block));
        return dates.Exists(date => date.Label != DateLabel.None) || LabelledDate.IsDateLine(text, context) ? dates : [];
    }
}
