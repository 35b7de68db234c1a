using System.Globalization;
using Indexer.Dates;
using NewsIndex.Articles;

namespace Indexer.Fields;

/// <summary>The date in a field of a record: seconds or milliseconds since 1970, an ISO date, or a date in words.</summary>
internal static class MetadataDate
{
    /// <summary>The notice on an article whose date was dropped because its text is ambiguous or is not a date.</summary>
    public const string Unreadable = "a date cannot be read with certainty, and the article is kept without one";

    /// <param name="text">The field; null or blank when the record has none.</param>
    /// <param name="language">The language of the record, as in <see cref="DateContext.Language"/>; null when unknown.</param>
    /// <param name="monthFirst">True if <c>4/5/2021</c> is in April, false if in May; null if the record does not say.</param>
    /// <returns>The date, and <see cref="Unreadable"/> when the field has text that is not read as a date.</returns>
    public static (PublishedDate Published, string? Notice) Read(string? text, string? language, bool? monthFirst = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (PublishedDate.Unknown, null);
        if (Epoch(text) is { } moment)
            return (new PublishedDate(PartialDate.OfInstant(moment), null, DateProvenance.Metadata), null);
        if (PartialDate.TryParse(text.Trim(), out var date))
            return (new PublishedDate(date, null, DateProvenance.Metadata), null);
        return DateText.TryRead(text, new DateContext(language, Order: monthFirst), out var reading)
            ? (reading.FromSystem(DateProvenance.Metadata), null)
            : (PublishedDate.Unknown, Unreadable);
    }

    /// <summary>Seconds or milliseconds since 1970. Only numbers from 1990 to 2100 count: smaller ones are years or counts.</summary>
    private static DateTimeOffset? Epoch(string text)
    {
        if (!long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return number switch
        {
            >= 631_152_000 and < 4_102_444_800 => DateTimeOffset.FromUnixTimeSeconds(number),
            >= 631_152_000_000 and < 4_102_444_800_000 => DateTimeOffset.FromUnixTimeMilliseconds(number),
            _ => null,
        };
    }
}
