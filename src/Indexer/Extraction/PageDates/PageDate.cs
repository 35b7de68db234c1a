using AngleSharp.Dom;
using Indexer.Dates;
using Indexer.Extraction.Metadata;
using Indexer.Extraction.Outline;
using NewsIndex.Articles;

namespace Indexer.Extraction.PageDates;

/// <summary>When the article of a page came out, by everything the page says. The first of these that can be read wins:</summary>
/// <remarks>
/// datePublished in JSON-LD; meta elements that name the publication; microdata; other meta elements for a date; the address; a time
/// element
/// or an element that is called a date, near the headline. A day in the address that is more than a month before it wins over it. Moments
/// of
/// change, of download and of a server's answer are no dates of publication.
/// </remarks>
internal static class PageDate
{
    /// <summary>Days between the making of an address and the publication that are nothing strange.</summary>
    private const int MostDaysLate = 31;

    private static readonly string[] Published =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "bt:pubdate", "datepublished", "date_published", "publishdate", "publish-date", "publish_date", "published_at", "publication_date", "publicationdate", "pubdate", "sailthru.date", "parsely-pub-date", "cXenseParse:recs:publishtime", "article.published", "article_date_original",
        "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "rnews:datePublished", "vr:published_time", "originalpublicationdate", "displaydate", "article.created", "created", "date.created", "dateCreated", "DC.Date", "citation_publication_date", "citation_date", "shareaholic:article_published_time", "ptime", "timestamp",
    ];

    private static readonly string[] Loose = ["date", "article-date", "pdate", "article:modified_time_original", "last-published"];

    public static PublishedDate Of(IDocument page, LinkedData linked, PageMetadata meta, ArticleRegion region, string? url,
        string? language)
    {
        var context = new DateContext(language, Since: FirstPage);
        var candidates = Candidates(page, linked, meta, region, url, context).Where(IsOfTheWeb).Take(Looked).ToList();
        if (candidates.Count == 0)
            return PublishedDate.Unknown;
        var believed = InTheAddressBefore(candidates) ?? (IsInUtc(candidates[0]) ? OnThePublishersClock(candidates) : candidates[0]);
        return believed with { Conflicts = ConflictsWith(believed, candidates) };
    }

    /// <summary>Days of the metadata and of the address that are not the one believed; those in the text may be of anything.</summary>
    private static List<ConflictingDate> ConflictsWith(PublishedDate believed, List<PublishedDate> candidates) =>
    [
        .. candidates.Where(other => other.Provenance is DateProvenance.Metadata or DateProvenance.Url && other.Date!.Precision >= DatePrecision.Day)
            .Where(other => Math.Abs(other.Date!.FirstDay.DayNumber - believed.Date!.FirstDay.DayNumber) > 1)
            .Select(other => new ConflictingDate(other.Date!, other.Provenance))
            .Distinct()
            .Take(3),
    ];

    /// <summary>An article that is brought out again, or moved to another system, keeps the address of its first day.</summary>
    private static PublishedDate? InTheAddressBefore(List<PublishedDate> candidates) =>
        candidates.Find(each => each is { Provenance: DateProvenance.Url, Date.Precision: DatePrecision.Day }) is { } address
        && candidates[0].Date!.FirstDay.DayNumber - address.Date!.FirstDay.DayNumber > MostDaysLate
            ? address
            : null;

    private const int Looked = 40;

    /// <summary>There are no pages of the web before, and so no articles that came out on one.</summary>
    private const int FirstPage = 1991;

    private static bool IsOfTheWeb(PublishedDate published) => published.Date!.FirstDay.Year >= FirstPage;

    private static bool IsInUtc(PublishedDate published) => published.Date?.Instant is { } instant && instant.Offset == TimeSpan.Zero;

    private static PublishedDate OnThePublishersClock(List<PublishedDate> candidates)
    {
        var utc = candidates[0];
        if (candidates.Skip(1).FirstOrDefault(other => IsSameMomentElsewhere(utc, other)) is { } elsewhere)
            return elsewhere;
        if (candidates.Find(other => other.Provenance == DateProvenance.Text) is { } shown && IsDayElsewhere(utc, shown))
            return shown;
        return candidates.Find(other => other.Provenance == DateProvenance.Url) is { } address && IsDayElsewhere(utc, address) ? address : utc;
    }

    /// <summary>
    /// Systems write moments in UTC; the day that readers saw is the one on the publisher's own clock, where the page shows it.
    /// </summary>
    private static bool IsSameMomentElsewhere(PublishedDate utc, PublishedDate shown)
    {
        var moment = utc.Date!.Instant!.Value;
        if (shown.Date!.Instant is { } instant)
            return instant.Offset != TimeSpan.Zero && (instant - moment).Duration() < TimeSpan.FromHours(1);
        return shown is { Provenance: DateProvenance.Text, TimeOfDay: { } time, Date.Precision: DatePrecision.Day }
            && IsOffsetOfAZone(shown.Date.FirstDay.ToDateTime(time) - moment.DateTime);
    }

    /// <summary>
    /// Zones are whole quarters of an hour from Greenwich, 14 hours at most; what is shown is rounded to a minute, or two.
    /// </summary>
    private static bool IsOffsetOfAZone(TimeSpan offset)
    {
        var quarters = offset / TimeSpan.FromMinutes(15);
        return offset.Duration() <= TimeSpan.FromHours(14) && Math.Abs(quarters - Math.Round(quarters)) * 15 <= 2;
    }

    /// <summary>
    /// The first day that the page shows is not that of Greenwich, but is that of the moment in one of the zones that people live in; 8
    /// hours west to 13 east of Greenwich.
    /// </summary>
    private static bool IsDayElsewhere(PublishedDate utc, PublishedDate shown)
    {
        var moment = utc.Date!.Instant!.Value.DateTime;
        return shown is { TimeOfDay: null, Date.Precision: DatePrecision.Day } && shown.Date.FirstDay != utc.Date.FirstDay
            && shown.Date.FirstDay >= DateOnly.FromDateTime(moment.AddHours(-8)) && shown.Date.FirstDay <= DateOnly.FromDateTime(moment.AddHours(13));
    }

    private static IEnumerable<PublishedDate> Candidates(IDocument page, LinkedData linked, PageMetadata meta, ArticleRegion region,
        string? url, DateContext context)
    {
        foreach (var text in Texts(linked, meta, region))
        {
            if (DateText.TryRead(text, context, out var reading))
                yield return reading.From(DateProvenance.Metadata);
        }

        if (UrlDate.Read(url) is { Precision: DatePrecision.Day } day)
            yield return new PublishedDate(day, null, DateProvenance.Url);
        foreach (var shown in new ShownDates(page, region, context).All())
            yield return shown.From(DateProvenance.Text);
        if (UrlDate.Read(url) is { } month)
            yield return new PublishedDate(month, null, DateProvenance.Url);
    }

    private static IEnumerable<string?> Texts(LinkedData linked, PageMetadata meta, ArticleRegion region)
    {
        yield return linked.Text("datePublished");
        foreach (var name in Published)
            yield return meta.First(name, region.IsOfOthers);
        foreach (var property in meta.Properties("datePublished", region.IsOfOthers))
            yield return property;
        foreach (var name in Loose)
            yield return meta.First(name, region.IsOfOthers);
        yield return linked.PageText("datePublished");
        yield return linked.Text("dateCreated", "uploadDate");
    }
}
