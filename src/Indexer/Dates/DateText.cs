using System.Globalization;
using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Dates;

/// <summary>A date read from a text.</summary>
/// <param name="Date">The date, as precise as the text.</param>
/// <param name="TimeOfDay">Local time of day if the text has one without an offset from UTC; null otherwise.</param>
internal readonly record struct DateReading(PartialDate Date, TimeOnly? TimeOfDay)
{
    /// <summary>The reading as a date of publication.</summary>
    public PublishedDate From(DateProvenance provenance) => new(Date, TimeOfDay, provenance);

    /// <summary>
    /// The reading as a date of publication that software wrote. Midnight without an offset is dropped: software that stores days prints
    /// it for every day.
    /// </summary>
    public PublishedDate FromSystem(DateProvenance provenance) =>
        new(Date, TimeOfDay == TimeOnly.MinValue ? null : TimeOfDay, provenance);
}

/// <summary>A date and its position in a text.</summary>
/// <param name="Reading">The date.</param>
/// <param name="Begin">Index of the first character.</param>
/// <param name="End">Index after the last character; a time of day that follows is not included.</param>
internal readonly record struct DateInText(DateReading Reading, int Begin, int End);

/// <summary>Reads dates in the forms of newspapers, feeds and software, in about thirty languages.</summary>
/// <remarks>
/// A date is never more precise than the text: a time without an offset stays a local time of day, 4/5/2019 is not a date unless the
/// language decides, and two digits are not a year without evidence. Digits of all scripts are read, and years of the calendars in
/// <see cref="Calendars"/>.
/// </remarks>
internal static partial class DateText
{
    private const int MinYear = 1500;
    private const int MaxYear = 2199;

    /// <summary>Maximum length of a text, in characters; the rest is not read.</summary>
    private const int MaxLength = 400;

    /// <summary>Maximum number of dates read from one text.</summary>
    private const int MaxDates = 8;

    /// <summary>
    /// Languages with the year first or with another calendar. Two digits at either end may be the year, so neither is read as one.
    /// </summary>
    private static readonly string[] WithoutShortYears = ["ja", "zh", "ko", "hu", "lt", "sv", "th", "fa"];

    /// <summary>Reads the first date of a text.</summary>
    /// <returns>False if the text is null or has no unambiguous date.</returns>
    public static bool TryRead(string? text, DateContext context, out DateReading reading)
    {
        reading = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        (text, context) = Prepare(text, context);

        Match match;
        if ((match = Iso().Match(text)).Success || (match = Compact().Match(text)).Success
            || (match = YearFirst().Match(text)).Success || (match = Ideographs().Match(text)).Success)
            return Make(match, Number(match, "m"), Number(match, "d"), text, context, out reading);
        return NextNamed(text, 0, context, out reading) is not null
            || ((match = Numeric().Match(text)).Success && OfNumbers(match, text, context, out reading));
    }

    /// <summary>Reads up to <see cref="MaxDates"/> dates of a text, in reading order.</summary>
    /// <param name="prepared">The text that positions refer to: trimmed, in Unicode form KC, with digits 0 to 9.</param>
    public static IReadOnlyList<DateInText> All(string text, DateContext context, out string prepared)
    {
        (prepared, context) = Prepare(text, context);
        var dates = new List<DateInText>();
        for (var begin = 0; dates.Count < MaxDates && Next(prepared, begin, context) is { } next; begin = next.End)
            dates.Add(next);
        return dates;
    }

    private static DateInText? Next(string text, int begin, DateContext context)
    {
        DateInText? first = null;
        foreach (var form in (Regex[])[Iso(), Compact(), YearFirst(), Ideographs()])
        {
            for (var match = form.Match(text, begin); match.Success
                && (first is null || match.Index < first.Value.Begin); match = match.NextMatch())
            {
                if (Make(match, Number(match, "m"), Number(match, "d"), text, context, out var reading))
                    first = new DateInText(reading, match.Index, match.Index + match.Length);
            }
        }

        if (NextNamed(text, begin, context, out var named) is { } month && (first is null || month.Index < first.Value.Begin))
            first = new DateInText(named, month.Index, month.Index + month.Length);
        for (var match = Numeric().Match(text, begin); match.Success
            && (first is null || match.Index < first.Value.Begin); match = match.NextMatch())
        {
            if (OfNumbers(match, text, context, out var reading))
                first = new DateInText(reading, match.Index, match.Index + match.Length);
        }

        return first;
    }

    /// <summary>
    /// Finds the next date with the name of a month. A word that is not a month is skipped, and the search goes on inside of it.
    /// </summary>
    private static Match? NextNamed(string text, int begin, DateContext context, out DateReading reading)
    {
        reading = default;
        for (var named = Named().Match(text, begin); named.Success; named = Named().Match(text, named.Index + 1))
        {
            var word = named.Groups["month"].Value;
            if (MonthNames.NumberOf(word, context) is > 0 and var month)
                return Make(named, month, Number(named, "d"), text, context, out reading) ? named : null;
            if (MonthNames.SolarHijriNumberOf(word) is > 0 and var solar)
                return Make(named, solar, Number(named, "d"), text, context, out reading, isSolarHijri: true) ? named : null;
        }

        return null;
    }

    private static bool OfNumbers(Match match, string text, DateContext context, out DateReading reading)
    {
        reading = default;
        return Order(Number(match, "a"), Number(match, "b"), match.Groups["sign"].Value, context) is var (month, day)
            && Make(match, month, day, text, context, out reading);
    }

    /// <summary>
    /// Normalises a text. Persian digits imply Persian if the language is unknown: Urdu pages, which share them, declare theirs.
    /// </summary>
    private static (string Text, DateContext Context) Prepare(string text, DateContext context)
    {
        text = (text.Length > MaxLength ? text[..MaxLength] : text).Trim().Normalize(System.Text.NormalizationForm.FormKC);
        if (context.Language is null && text.AsSpan().ContainsAnyInRange('\u06F0', '\u06F9'))
            context = context with { Language = "fa" };
        return (MonthNames.ReplaceTwoWordNames(Calendars.ReplaceEras(NativeNumerals.ToAscii(text))), context);
    }

    /// <summary>Decides the order of <c>a/b</c> by size, then by the separator (dots mean day first), then by the language.</summary>
    private static (int Month, int Day)? Order(int a, int b, string sign, DateContext context) => (a, b) switch
    {
        ( > 12, <= 12) => (b, a),
        ( <= 12, > 12) => (a, b),
        ( > 12, > 12) => null,
        _ when a == b || sign == "." => (b, a),
        _ => context.MonthFirst switch { true => (a, b), false => (b, a), null => null },
    };

    /// <summary>Gregorian year of a match, or a solar Hijri year; -1 if it cannot be told.</summary>
    private static int Year(Match match, string text, DateContext context)
    {
        var year = Number(match, "y");
        if (match.Groups["y"].Length == 2)
            return Array.Exists(WithoutShortYears, context.IsIn) || MonthNames.SolarHijriNumberOf(match.Groups["month"].Value) > 0
                ? -1
                : context.YearOf(year);
        if (Calendars.IsBuddhist(year, text, context))
            return Calendars.FromBuddhist(year);
        return Calendars.IsBikramSambat(year, context) ? -1 : year;
    }

    private static bool Make(Match match, int month, int day, string text, DateContext context, out DateReading reading,
        bool isSolarHijri = false)
    {
        reading = default;
        var year = Year(match, text, context);
        if (isSolarHijri || Calendars.IsSolarHijri(year, context))
            return Calendars.FromSolarHijri(year, month, day) is { } iranian && MakeDay(iranian, text, match, out reading);
        if (year is < MinYear or > MaxYear || month is < 1 or > 12)
            return false;
        if (!match.Groups["d"].Success && !match.Groups["sign"].Success)
        {
            reading = new DateReading(PartialDate.OfMonth(year, month), null);
            return true;
        }

        return day >= 1 && day <= DateTime.DaysInMonth(year, month) && MakeDay(new DateOnly(year, month, day), text, match, out reading);
    }

    private static bool MakeDay(DateOnly date, string text, Match match, out DateReading reading)
    {
        var (time, zone) = TimeNear(text, match);
        reading = time is { } moment && zone is { } offset && IsRepresentable(date, offset)
            ? new DateReading(PartialDate.OfInstant(new DateTimeOffset(date, moment, offset)), null)
            : new DateReading(PartialDate.OfDay(date), time);
        return true;
    }

    private static bool IsRepresentable(DateOnly date, TimeSpan offset) =>
        date.Year is > 1 and < 9999 && offset.Duration() <= TimeSpan.FromHours(14);

    /// <summary>Reads the time after a date, or else right before it (<c>14:05, 3 July 2019</c>).</summary>
    private static (TimeOnly? Time, TimeSpan? Zone) TimeNear(string text, Match date)
    {
        var after = text[(date.Index + date.Length)..];
        var match = date.Groups["h"].Success ? date : TimeAfter().Match(after);
        if (!match.Success)
            match = TimeBefore().Match(text[..date.Index]);
        if (!match.Success)
            return (null, null);

        int hour = Number(match, "h"), minute = Number(match, "min"), second = Number(match, "s");
        hour = (IsAfternoon(match.Groups["half"].Value), hour) switch { (false, 12) => 0, (true, > 0 and < 12) => hour + 12, _ => hour };
        if (hour == 24 && minute == 0)
            return (null, null);
        if (hour > 23 || minute > 59 || second > 60)
            return (null, null);
        TimeSpan? offset = match.Groups["zone"].Success ? ZoneNames.OffsetOf(match.Groups["zone"].Value) : null;
        return (new TimeOnly(hour, minute, Math.Min(second, 59)), offset);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success
            && int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : 0;

    /// <summary>True for p.m. and its equivalents, false for a.m.; null if the time has neither.</summary>
    private static bool? IsAfternoon(string half) =>
        half.Length == 0 ? null : half[0] is 'P' or 'p' or 'م' or 'ب' or '下' or '晚' || half is "午後" or "오후";

    /// <summary>Halves of the day before a time, in Korean, Chinese and Japanese.</summary>
    private const string HalfBefore = @"((?<half>오전|오후|上午|下午|午前|午後|早上|晚上)\s?)?";

    private const string Zone = @"(?<zone>Z\b|(GMT|UTC)\s?[+-]\d{1,2}(:?\d{2})?|[+\-\u2212]\d{1,2}(:?\d{2})?(?!\d)|[A-Z]{2,5}\b)";
    private const string Time = HalfBefore
        + @"(?<h>\d{1,2})\s?[:.h]\s?(?<min>\d{2})([:.](?<s>\d{2})([.,]\d+)?)?(\s?(Uhr|hrs?|h|Hs)\b)?"
        + @"\s*(?<half>[AaPp]\.?[Mm]\b\.?|صباحا|مساء|ص\b|م\b|ق\.ظ|ب\.ظ)?(\s*\(?"
        + Zone + @"\)?)?";

    [GeneratedRegex(
        @"(?<!\d)(?<y>\d{4})-(?<m>\d{1,2})"
        + @"(-(?<d>\d{1,2})(?!\d)(\s*[Tt ]\s?(?<h>\d{2}):?(?<min>\d{2})(:?(?<s>\d{2})([.,:]\d+)?)?\s*" + Zone + @"?)?)?(?![\d-])")]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"(?<![\d-])(?<y>(1[5-9]|20|21)\d{2})(?<m>0[1-9]|1[0-2])(?<d>[0-2]\d|3[01])"
        + @"((T|\s)?(?<h>[01]\d|2[0-3])(?<min>[0-5]\d)(?<s>[0-5]\d)?(\.\d+)?\s?" + Zone + @"?)?(?!\d)")]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})\s?[/.]\s?(?<m>\d{1,2})\s?[/.]\s?(?<d>\d{1,2})(?!\d)")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<y>\d{4})\s?[年년]\s?(?<m>\d{1,2})\s?[月월](\s?(?<d>\d{1,2})\s?[日일])?")]
    private static partial Regex Ideographs();

    /// <summary>A day, the name of a month and a year, in all orders in use.</summary>
    [GeneratedRegex(
        @"(?<!\d)(?<d>\d{1,2})(\.|st|nd|rd|th|er|r|º|ª|°)?,?[\s/-]{0,2}(\b(of|de|di)\s|\bd['’]\s?)?\s?"
        + @"(?<month>\p{L}[\p{L}\p{M}]*(\.\p{L}[\p{L}\p{M}]*)?\.?)(/[\p{L}\p{M}]+)?,?[\s/-]{0,2}(\bdel?\s)?(г\.?\s)?"
        + @"((พ|ค)\.ศ\.\s?)?(?<y>\d{4}|\d{2}(?!\d|:))(?!\d)"
        + @"|(?<month>\p{L}[\p{L}\p{M}]*)\.?[\s/-]{1,2}(?<d>\d{1,2})(st|nd|rd|th)?(,\s?|\s|-)(\p{L}+,?\s)?(?<y>\d{4})(?!\d)"
        + @"|(?<month>\p{L}[\p{L}\p{M}]*)\.?\s{1,2}(?<d>\d{1,2})(st|nd|rd|th)?,?\s(at\s)?(?<h>\d{1,2}):(?<min>\d{2})(:(?<s>\d{2}))?\s"
        + @"((?<zone>[A-Z]{3,4}|[+-]\d{4})\s)?(?<y>\d{4})(?!\d)"
        + @"|(?<!\d)(?<y>\d{4})[.,]?[\s-](?<month>\p{L}[\p{L}\p{M}]*)\.?[\s-](?<d>\d{1,2})(?!\d)"
        + @"|(?<month>\p{L}[\p{L}\p{M}]*)\.?,?\s(\bdel?\s)?(?<y>\d{4})(?!\d)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<!\d|[.,:])(?<a>\d{1,2})(?<sign>[/.\-])\s?(?<b>\d{1,2})\k<sign>\s?(?<y>\d{4}(?!\d|:\d)|\d{2}(?!\d))")]
    private static partial Regex Numeric();

    [GeneratedRegex(
        @"\A[\s,|@·•–—T-]*(\(?(at|um|à|a l[ae]s|às|alle|kl\.?|ore|klo|om|в|[vou,])\s?|(?!오전|오후|上午|下午|午前|午後|早上|晚上)\p{L}{2,12}\s)?\s*" + Time,
        RegexOptions.IgnoreCase)]
    private static partial Regex TimeAfter();

    [GeneratedRegex(Time + @"[\s,|·•–—-]*(\(?(on|am|le|el)\s)?(\p{L}{3,10},?\s)?\z")]
    private static partial Regex TimeBefore();
}
