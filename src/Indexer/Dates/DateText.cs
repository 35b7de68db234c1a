using System.Globalization;
using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Dates;

/// <summary>A date that was read out of a text.</summary>
/// <param name="TimeOfDay">The time on the writer's clock where its offset from UTC is not said; null otherwise.</param>
internal readonly record struct DateReading(PartialDate Date, TimeOnly? TimeOfDay)
{
    public PublishedDate From(DateProvenance provenance) => new(Date, TimeOfDay, provenance);

    /// <summary>As a system wrote it: those that keep days write them as midnight, so that 00:00:00 without an offset says nothing.</summary>
    public PublishedDate FromSystem(DateProvenance provenance) => new(Date, TimeOfDay == TimeOnly.MinValue ? null : TimeOfDay, provenance);
}

/// <summary>
/// Reads dates as newsrooms, feeds and systems write them, in many languages, as precisely as they are and no more: a time without an
/// offset stays a time of day, 4/5/2019 is no date unless the language decides, and two digits are no year without evidence.
/// </summary>
internal static partial class DateText
{
    private const int EarliestYear = 1500;
    private const int LatestYear = 2199;
    private const int LongestText = 400;

    /// <summary>The first date in a text. False when there is none that can be read with certainty.</summary>
    public static bool TryRead(string? text, DateContext context, out DateReading reading)
    {
        reading = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        if (text.Length > LongestText)
            text = text[..LongestText];
        text = text.Trim().Normalize(System.Text.NormalizationForm.FormKC);

        Match match;
        if ((match = Iso().Match(text)).Success || (match = Compact().Match(text)).Success || (match = YearFirst().Match(text)).Success || (match = Ideographs().Match(text)).Success)
            return Make(Year(match, context), Number(match, "m"), Number(match, "d"), text, match, out reading);
        // A word that is no month may stand where one could: the next match may begin inside of it.
        for (var named = Named().Match(text); named.Success; named = Named().Match(text, named.Index + 1))
        {
            var month = MonthNames.NumberOf(named.Groups["month"].Value);
            if (month > 0)
                return Make(Year(named, context), month, Number(named, "d"), text, named, out reading);
        }

        return (match = Numeric().Match(text)).Success
            && Order(Number(match, "a"), Number(match, "b"), match.Groups["sign"].Value, context) is var (m, d)
            && Make(Year(match, context), m, d, text, match, out reading);
    }

    /// <summary>Day and month of <c>a/b</c>: by their size, by the sign (dots are of those who write the day first), by the language.</summary>
    private static (int Month, int Day)? Order(int a, int b, string sign, DateContext context) => (a, b) switch
    {
        ( > 12, <= 12) => (b, a),
        ( <= 12, > 12) => (a, b),
        ( > 12, > 12) => null,
        _ when a == b || sign == "." => (b, a),
        _ => context.MonthFirst switch { true => (a, b), false => (b, a), null => null },
    };

    private static int Year(Match match, DateContext context)
    {
        var digits = match.Groups["y"].Value;
        var year = Number(match, "y");
        return digits.Length == 4 ? year : digits.Length == 2 ? context.YearOf(year) : -1;
    }

    private static bool Make(int year, int month, int day, string text, Match match, out DateReading reading)
    {
        reading = default;
        if (year is < EarliestYear or > LatestYear || month is < 1 or > 12)
            return false;
        if (!match.Groups["d"].Success && !match.Groups["sign"].Success)
        {
            reading = new DateReading(PartialDate.OfMonth(year, month), null);
            return true;
        }

        if (day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        var date = new DateOnly(year, month, day);
        var (time, zone) = TimeNear(text, match);
        reading = time is { } moment && zone is { } offset && IsRepresentable(date, offset)
            ? new DateReading(PartialDate.OfInstant(new DateTimeOffset(date, moment, offset)), null)
            : new DateReading(PartialDate.OfDay(date), time);
        return true;
    }

    private static bool IsRepresentable(DateOnly date, TimeSpan offset) => date.Year is > 1 and < 9999 && offset.Duration() <= TimeSpan.FromHours(14);

    /// <summary>The time after a date, or right before it (<c>14:05, 3 July 2019</c>).</summary>
    private static (TimeOnly? Time, TimeSpan? Zone) TimeNear(string text, Match date)
    {
        var after = text[(date.Index + date.Length)..];
        var match = date.Groups["h"].Success ? date : TimeAfter().Match(after);
        if (!match.Success)
            match = TimeBefore().Match(text[..date.Index]);
        if (!match.Success)
            return (null, null);

        int hour = Number(match, "h"), minute = Number(match, "min"), second = Number(match, "s");
        var half = match.Groups["half"].Value.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();
        if (half.Length > 0 && hour is > 12 or 0)
            half = "";
        hour = (half, hour) switch { ("AM", 12) => 0, ("PM", < 12) => hour + 12, _ => hour };
        if (hour == 24 && minute == 0)
            return (null, null);
        if (hour > 23 || minute > 59 || second > 60)
            return (null, null);
        return (new TimeOnly(hour, minute, Math.Min(second, 59)), match.Groups["zone"].Success ? ZoneNames.OffsetOf(match.Groups["zone"].Value) : null);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success && int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private const string Zone = @"(?<zone>Z\b|(GMT|UTC)\s?[+-]\d{1,2}(:?\d{2})?|[+\-\u2212]\d{1,2}(:?\d{2})?(?!\d)|[A-Z]{2,5}\b)";
    private const string Time = @"(?<h>\d{1,2})\s?[:.h]\s?(?<min>\d{2})([:.](?<s>\d{2})([.,]\d+)?)?(\s?(Uhr|hrs?|h|Hs)\b)?\s*(?<half>[AaPp]\.?[Mm]\b\.?)?(\s*\(?" + Zone + @"\)?)?";

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})-(?<m>\d{1,2})(-(?<d>\d{1,2})(?!\d)(\s*[Tt ]\s?(?<h>\d{2}):?(?<min>\d{2})(:?(?<s>\d{2})([.,:]\d+)?)?\s*" + Zone + @"?)?)?(?![\d-])")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\d-])(?<y>(1[5-9]|20|21)\d{2})(?<m>0[1-9]|1[0-2])(?<d>[0-2]\d|3[01])((T|\s)?(?<h>[01]\d|2[0-3])(?<min>[0-5]\d)(?<s>[0-5]\d)?(\.\d+)?\s?" + Zone + @"?)?(?!\d)")]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})\s?[/.]\s?(?<m>\d{1,2})\s?[/.]\s?(?<d>\d{1,2})(?!\d)")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<y>\d{4})\s?[年년]\s?(?<m>\d{1,2})\s?[月월](\s?(?<d>\d{1,2})\s?[日일])?")]
    private static partial Regex Ideographs();

    /// <summary>A day, the name of a month and a year in any of the orders that are in use.</summary>
    [GeneratedRegex(
        @"(?<!\d)(?<d>\d{1,2})(\.|st|nd|rd|th|er|º|ª|°)?,?[\s/-]{0,2}(\b(of|de|di|d'|d’)\s)?\s?(?<month>\p{L}[\p{L}\p{M}]*\.?),?[\s/-]{0,2}(\bdel?\s)?(г\.?\s)?(?<y>\d{4}|\d{2}(?!\d|:))(?!\d)"
        + @"|(?<month>\p{L}[\p{L}\p{M}]*)\.?[\s/-]{1,2}(?<d>\d{1,2})(st|nd|rd|th)?(,\s?|\s|-)(\p{L}+,?\s)?(?<y>\d{4})(?!\d)"
        + @"|(?<month>\p{L}[\p{L}\p{M}]*)\.?\s{1,2}(?<d>\d{1,2})(st|nd|rd|th)?,?\s(at\s)?(?<h>\d{1,2}):(?<min>\d{2})(:(?<s>\d{2}))?\s((?<zone>[A-Z]{3,4}|[+-]\d{4})\s)?(?<y>\d{4})(?!\d)"
        + @"|(?<!\d)(?<y>\d{4})[.,]?[\s-](?<month>\p{L}[\p{L}\p{M}]*)\.?[\s-](?<d>\d{1,2})(?!\d)"
        + @"|(?<month>\p{L}[\p{L}\p{M}]*)\.?,?\s(\bdel?\s)?(?<y>\d{4})(?!\d)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<!\d|[.,:])(?<a>\d{1,2})(?<sign>[/.\-])\s?(?<b>\d{1,2})\k<sign>\s?(?<y>\d{4}(?!\d|:\d)|\d{2}(?!\d))")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\A[\s,|@·•–—T-]*(\(?(at|um|à|a las|às|alle|kl\.?|ore|klo|om|в|,)\s?|\p{L}{2,12}\s)?\s*" + Time, RegexOptions.IgnoreCase)]
    private static partial Regex TimeAfter();

    [GeneratedRegex(Time + @"[\s,|·•–—-]*(\(?(on|am|le|el)\s)?(\p{L}{3,10},?\s)?\z")]
    private static partial Regex TimeBefore();
}
