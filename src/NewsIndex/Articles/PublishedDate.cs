using System.Globalization;

namespace NewsIndex.Articles;

/// <summary>Where a date of publication was found.</summary>
public enum DateProvenance
{
    /// <summary>Nowhere: there is none.</summary>
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

/// <summary>When an article came out: as much as is known of it, and where that was found. Nothing is filled in from a clock.</summary>
/// <param name="Date">Null when the day is unknown.</param>
/// <param name="TimeOfDay">
/// The time on the publisher's clock where a text gives one without saying its offset from UTC; null otherwise.
/// </param>
/// <param name="Provenance"><see cref="DateProvenance.None"/> exactly when both others are null.</param>
public sealed record PublishedDate(PartialDate? Date, TimeOnly? TimeOfDay, DateProvenance Provenance)
{
    public static PublishedDate Unknown { get; } = new(null, null, DateProvenance.None);

    /// <summary>Other days that the same article states, less trustworthy by where they were found; most trustworthy first.</summary>
    public IReadOnlyList<ConflictingDate> Conflicts { get; init; } = [];

    public DatePrecision Precision =>
        Date?.Precision ?? (TimeOfDay is null ? DatePrecision.Unknown : DatePrecision.MinuteOfDay);

    /// <summary>The moment to sort by: the start of the period, at the time of day if that is known. Null when the day is unknown.</summary>
    public DateTimeOffset? SortMoment =>
        Date is { Precision: DatePrecision.Day } day && TimeOfDay is { } time ? day.Start + time.ToTimeSpan() : Date?.Start;

    /// <summary>False when the day is unknown, or later than the day after it was read: what lies in the future has not come out.</summary>
    public bool IsReliableOn(DateTimeOffset read) => Date is { } date && date.Start <= read.AddDays(1);

    /// <summary><c>12:20</c>, or <c>12:20:05</c> where seconds are given; null when there is no time of day.</summary>
    public string? TimeOfDayText =>
        TimeOfDay?.ToString(TimeOfDay.Value.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>12:20</c> or <c>12:20:05</c>.</summary>
    public static bool TryParseTimeOfDay(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
