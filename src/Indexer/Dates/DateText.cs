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

/// <param name="Begin">Where the date stands, in characters.</param>
/// <param name="End">The first character after it; a time of day beside it is not counted in.</param>
internal readonly record struct DateInText(DateReading Reading, int Begin, int End);

/// <summary>
/// Reads dates as newsrooms, feeds and systems write them, in many languages, as precisely as they are and no more: a time without an
/// offset stays a time of day, 4/5/2019 is no date unless the language decides, and two digits are no year without evidence. Digits may be
/// those of any script, and years those of the Thai, Japanese, Taiwanese and Iranian calendars where these are named.
/// </summary>
internal static partial class DateText
{
    private const int EarliestYear = 1500;
    private const int LatestYear = 2199;
    private const int LongestText = 400;

    /// <summary>Languages that write the year first, or count it otherwise: two digits may be the year at either end.</summary>
    private static readonly string[] WithoutShortYears = ["ja", "zh", "ko", "hu", "lt", "sv", "th", "fa"];

    /// <summary>The first date in a text. False when there is none that can be read with certainty.</summary>
    public static bool TryRead(string? text, DateContext context, out DateReading reading)
    {
        reading = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        (text, context) = Prepare(text, context);

        Match match;
        if ((match = Iso().Match(text)).Success || (match = Compact().Match(text)).Success || (match = YearFirst().Match(text)).Success || (match = Ideographs().Match(text)).Success)
            return Make(match, Number(match, "m"), Number(match, "d"), text, context, out reading);
        return NextNamed(text, 0, context, out reading) is not null
            || ((match = Numeric().Match(text)).Success && OfNumbers(match, text, context, out reading));
    }

    /// <summary>Every date in a text, in reading order, with where it stands in the text as it was prepared for reading.</summary>
    /// <param name="prepared">The text that the places are of: trimmed, with compatible characters for what stands for them, digits as 0 to
    /// 9.</param>
    public static IReadOnlyList<DateInText> All(string text, DateContext context, out string prepared)
    {
        (prepared, context) = Prepare(text, context);
        var dates = new List<DateInText>();
        for (var begin = 0; dates.Count < MostDates && Next(prepared, begin, context) is { } next; begin = next.End)
            dates.Add(next);
        return dates;
    }

    private const int MostDates = 8;

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

    /// <summary>A word that is no month may stand where one could: the next match may begin inside of it.</summary>
    private static Match? NextNamed(string text, int begin, DateContext context, out DateReading reading)
    {
        reading = default;
        for (var named = Named().Match(text, begin); named.Success; named = Named().Match(text, named.Index + 1))
        {
            var word = named.Groups["month"].Value;
            if (MonthNames.NumberOf(word) is > 0 and var month)
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

    /// <summary>Persian digits are written by those who count years as Iran does, but for Urdu, whose texts say their language.</summary>
    private static (string Text, DateContext Context) Prepare(string text, DateContext context)
    {
        text = (text.Length > LongestText ? text[..LongestText] : text).Trim().Normalize(System.Text.NormalizationForm.FormKC);
        if (context.Language is null && text.AsSpan().ContainsAnyInRange('\u06F0', '\u06F9'))
            context = context with { Language = "fa" };
        return (MonthNames.InOneWord(Calendars.WithoutEras(NativeNumerals.ToAscii(text))), context);
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

    /// <summary>Of the Gregorian calendar, but for solar Hijri years; -1 where two digits tell nothing.</summary>
    private static int Year(Match match, string text, DateContext context)
    {
        var year = Number(match, "y");
        if (match.Groups["y"].Length == 2)
            return Array.Exists(WithoutShortYears, context.IsIn) || MonthNames.SolarHijriNumberOf(match.Groups["month"].Value) > 0
                ? -1
                : context.YearOf(year);
        return Calendars.IsBuddhist(year, text, context) ? Calendars.FromBuddhist(year) : Calendars.IsAhead(year, context) ? -1 : year;
    }

    private static bool Make(Match match, int month, int day, string text, DateContext context, out DateReading reading,
        bool isSolarHijri = false)
    {
        reading = default;
        var year = Year(match, text, context);
        if (isSolarHijri || Calendars.IsSolarHijri(year, context))
            return Calendars.FromSolarHijri(year, month, day) is { } iranian && MakeDay(iranian, text, match, out reading);
        if (year is < EarliestYear or > LatestYear || month is < 1 or > 12)
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
        hour = (IsAfternoon(match.Groups["half"].Value), hour) switch { (false, 12) => 0, (true, > 0 and < 12) => hour + 12, _ => hour };
        if (hour == 24 && minute == 0)
            return (null, null);
        if (hour > 23 || minute > 59 || second > 60)
            return (null, null);
        return (new TimeOnly(hour, minute, Math.Min(second, 59)), match.Groups["zone"].Success ? ZoneNames.OffsetOf(match.Groups["zone"].Value) : null);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success && int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Null where the half of the day is not said.</summary>
    private static bool? IsAfternoon(string half) =>
        half.Length == 0 ? null : half[0] is 'P' or 'p' or 'م' or 'ب' or '下' or '晚' || half is "午後" or "오후";

    /// <summary>Halves of the day, as they stand before a time in Korean, Chinese and Japanese.</summary>
    private const string HalfBefore = @"((?<half>오전|오후|上午|下午|午前|午後|早上|晚上)\s?)?";

    private const string Zone = @"(?<zone>Z\b|(GMT|UTC)\s?[+-]\d{1,2}(:?\d{2})?|[+\-\u2212]\d{1,2}(:?\d{2})?(?!\d)|[A-Z]{2,5}\b)";
    private const string Time = HalfBefore
        + @"(?<h>\d{1,2})\s?[:.h]\s?(?<min>\d{2})([:.](?<s>\d{2})([.,]\d+)?)?(\s?(Uhr|hrs?|h|Hs)\b)?\s*(?<half>[AaPp]\.?[Mm]\b\.?|صباحا|مساء|ص\b|م\b|ق\.ظ|ب\.ظ)?(\s*\(?"
        + Zone + @"\)?)?";

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
        @"(?<!\d)(?<d>\d{1,2})(\.|st|nd|rd|th|er|º|ª|°)?,?[\s/-]{0,2}(\b(of|de|di|d'|d’)\s)?\s?(?<month>\p{L}[\p{L}\p{M}]*(\.\p{L}[\p{L}\p{M}]*)?\.?)(/[\p{L}\p{M}]+)?,?[\s/-]{0,2}(\bdel?\s)?(г\.?\s)?((พ|ค)\.ศ\.\s?)?(?<y>\d{4}|\d{2}(?!\d|:))(?!\d)"
        + @"|(?<month>\p{L}[\p{L}\p{M}]*)\.?[\s/-]{1,2}(?<d>\d{1,2})(st|nd|rd|th)?(,\s?|\s|-)(\p{L}+,?\s)?(?<y>\d{4})(?!\d)"
        + @"|(?<month>\p{L}[\p{L}\p{M}]*)\.?\s{1,2}(?<d>\d{1,2})(st|nd|rd|th)?,?\s(at\s)?(?<h>\d{1,2}):(?<min>\d{2})(:(?<s>\d{2}))?\s((?<zone>[A-Z]{3,4}|[+-]\d{4})\s)?(?<y>\d{4})(?!\d)"
        + @"|(?<!\d)(?<y>\d{4})[.,]?[\s-](?<month>\p{L}[\p{L}\p{M}]*)\.?[\s-](?<d>\d{1,2})(?!\d)"
        + @"|(?<month>\p{L}[\p{L}\p{M}]*)\.?,?\s(\bdel?\s)?(?<y>\d{4})(?!\d)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<!\d|[.,:])(?<a>\d{1,2})(?<sign>[/.\-])\s?(?<b>\d{1,2})\k<sign>\s?(?<y>\d{4}(?!\d|:\d)|\d{2}(?!\d))")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\A[\s,|@·•–—T-]*(\(?(at|um|à|a las|às|alle|kl\.?|ore|klo|om|в|,)\s?|(?!오전|오후|上午|下午|午前|午後|早上|晚上)\p{L}{2,12}\s)?\s*"
        + Time, RegexOptions.IgnoreCase)]
    private static partial Regex TimeAfter();

    [GeneratedRegex(Time + @"[\s,|·•–—-]*(\(?(on|am|le|el)\s)?(\p{L}{3,10},?\s)?\z")]
    private static partial Regex TimeBefore();
}
