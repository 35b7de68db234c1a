using System.Globalization;

namespace NewsIndex.Articles;

/// <summary>The origin of a date of publication.</summary>
public enum DateProvenance
{
    /// <summary>There is no date.</summary>
    None,

    /// <summary>In the text that a reader sees.</summary>
    Text,

    /// <summary>In a field, tag or attribute beside the text.</summary>
    Metadata,
    Url,

    /// <summary>In the name of the file or its folder.</summary>
    Path,

    /// <summary>Given by whoever ran the indexer, for articles that have none.</summary>
    Argument,
}

/// <summary>The date of publication with its precision and origin. Never filled in from a clock.</summary>
/// <param name="Date">Null when the day is unknown.</param>
/// <param name="TimeOfDay">
/// The time on the publisher's clock where a text gives one without saying its offset from UTC; null otherwise.
/// </param>
/// <param name="Provenance"><see cref="DateProvenance.None"/> exactly when both others are null.</param>
public sealed record PublishedDate(PartialDate? Date, TimeOnly? TimeOfDay, DateProvenance Provenance)
{
    public static PublishedDate Unknown { get; } = new(null, null, DateProvenance.None);

    /// <summary>Other days that the article states, of less trustworthy origin; most trustworthy first.</summary>
    public IReadOnlyList<ConflictingDate> Conflicts { get; init; } = [];

    public DatePrecision Precision =>
        Date?.Precision ?? (TimeOfDay is null ? DatePrecision.Unknown : DatePrecision.MinuteOfDay);

    /// <summary>The instant to sort by: the start of the period, at the time of day if known. Null when the day is unknown.</summary>
    public DateTimeOffset? SortMoment =>
        Date is { Precision: DatePrecision.Day } day && TimeOfDay is { } time ? day.Start + time.ToTimeSpan() : Date?.Start;

    /// <summary>False when the day is unknown, or more than a day after the article was read: nothing is published in the future.</summary>
    public bool IsReliableOn(DateTimeOffset read) => Date is { } date && date.Start <= read.AddDays(1);

    /// <summary><c>12:20</c>, or <c>12:20:05</c> where seconds are given; null when there is no time of day.</summary>
    public string? TimeOfDayText =>
        TimeOfDay?.ToString(TimeOfDay.Value.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>12:20</c> or <c>12:20:05</c>.</summary>
    public static bool TryParseTimeOfDay(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
