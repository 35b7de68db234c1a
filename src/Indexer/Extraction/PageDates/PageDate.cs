using AngleSharp.Dom;
using Indexer.Dates;
using Indexer.Extraction.Metadata;
using Indexer.Extraction.Outline;
using NewsIndex.Articles;

namespace Indexer.Extraction.PageDates;

/// <summary>Finds the date of publication of an article.</summary>
/// <remarks>
/// The first readable one of these wins: datePublished in JSON-LD; meta elements for the publication; microdata; other meta elements for a
/// date; the URL; a date that the page shows near the headline. A day in the URL that is more than a month earlier wins over all. Dates of
/// changes, of download and of the server's response are not used.
/// </remarks>
internal static class PageDate
{
    /// <summary>Maximum number of days between a date in the URL and a later date of publication.</summary>
    private const int MaxDaysLate = 31;

    private static readonly string[] Published =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "bt:pubdate",
        "datepublished", "date_published", "publishdate", "publish-date", "publish_date", "published_at", "publication_date",
        "publicationdate", "pubdate", "sailthru.date", "parsely-pub-date", "cXenseParse:recs:publishtime", "article.published",
        "article_date_original", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date",
        "rnews:datePublished", "vr:published_time", "originalpublicationdate", "displaydate", "article.created", "created",
        "date.created", "dateCreated", "DC.Date", "citation_publication_date", "citation_date", "shareaholic:article_published_time",
        "ptime", "timestamp",
    ];

    private static readonly string[] Loose = ["date", "article-date", "pdate", "article:modified_time_original", "last-published"];

    /// <summary>Finds the date, with the conflicting dates of metadata and URL.</summary>
    /// <returns><see cref="PublishedDate.Unknown"/> if the page has none.</returns>
    public static PublishedDate Of(IDocument page, LinkedData linked, PageMetadata meta, ArticleRegion region, string? url,
        string? language)
    {
        var context = new DateContext(language, Since: MinYear);
        var candidates = Candidates(page, linked, meta, region, url, context).Where(IsOfTheWeb).Take(MaxCandidates).ToList();
        if (candidates.Count == 0)
            return PublishedDate.Unknown;
        var accepted = InTheAddressBefore(candidates) ?? (IsInUtc(candidates[0]) ? OnThePublishersClock(candidates) : candidates[0]);
        return accepted with { Conflicts = ConflictsWith(accepted, candidates) };
    }

    /// <summary>Dates of metadata and URL that differ by more than a day from the accepted one.</summary>
    private static List<ConflictingDate> ConflictsWith(PublishedDate accepted, List<PublishedDate> candidates) =>
    [
        .. candidates
            .Where(other => other.Provenance is DateProvenance.Metadata or DateProvenance.Url && other.Date!.Precision >= DatePrecision.Day)
            .Where(other => Math.Abs(other.Date!.FirstDay.DayNumber - accepted.Date!.FirstDay.DayNumber) > 1)
            .Select(other => new ConflictingDate(other.Date!, other.Provenance))
            .Distinct()
            .Take(3),
    ];

    /// <summary>Date of a URL if it is much earlier: a republished or migrated article keeps its first URL.</summary>
    private static PublishedDate? InTheAddressBefore(List<PublishedDate> candidates) =>
        candidates.Find(each => each is { Provenance: DateProvenance.Url, Date.Precision: DatePrecision.Day }) is { } address
        && candidates[0].Date!.FirstDay.DayNumber - address.Date!.FirstDay.DayNumber > MaxDaysLate
            ? address
            : null;

    /// <summary>Maximum number of candidates.</summary>
    private const int MaxCandidates = 40;

    /// <summary>Year of the first web page.</summary>
    private const int MinYear = 1991;

    private static bool IsOfTheWeb(PublishedDate published) => published.Date!.FirstDay.Year >= MinYear;

    private static bool IsInUtc(PublishedDate published) => published.Date?.Instant is { } instant && instant.Offset == TimeSpan.Zero;

    private static PublishedDate OnThePublishersClock(List<PublishedDate> candidates)
    {
        var utc = candidates[0];
        if (candidates.Skip(1).FirstOrDefault(other => IsSameMomentElsewhere(utc, other)) is { } elsewhere)
            return elsewhere;
        if (candidates.Find(other => other.Provenance == DateProvenance.Text) is { } shown && IsDayElsewhere(utc, shown))
            return shown;
        return candidates.Find(other => other.Provenance == DateProvenance.Url) is { } address && IsDayElsewhere(utc, address)
            ? address
            : utc;
    }

    /// <summary>
    /// Returns true for the same moment in the local time of the publisher, whose day readers saw. Software writes moments in UTC.
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
    /// Returns true for an offset of a time zone: quarters of an hour, at most 14 hours; times on pages are rounded to a minute or two.
    /// </summary>
    private static bool IsOffsetOfAZone(TimeSpan offset)
    {
        var quarters = offset / TimeSpan.FromMinutes(15);
        return offset.Duration() <= TimeSpan.FromHours(14) && Math.Abs(quarters - Math.Round(quarters)) * 15 <= 2;
    }

    /// <summary>
    /// Returns true for a day that differs from that in UTC but is the local day between 8 hours west and 13 hours east of Greenwich.
    /// </summary>
    private static bool IsDayElsewhere(PublishedDate utc, PublishedDate shown)
    {
        var moment = utc.Date!.Instant!.Value.DateTime;
        return shown is { TimeOfDay: null, Date.Precision: DatePrecision.Day } && shown.Date.FirstDay != utc.Date.FirstDay
            && shown.Date.FirstDay >= DateOnly.FromDateTime(moment.AddHours(-8))
            && shown.Date.FirstDay <= DateOnly.FromDateTime(moment.AddHours(13));
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
