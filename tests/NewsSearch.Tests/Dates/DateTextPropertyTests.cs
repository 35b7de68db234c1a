using System.Globalization;
using CsCheck;
using Indexer.Dates;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Dates;

/// <summary>Rules for all dates: printed forms are read back, and never more precisely than they were printed.</summary>
public sealed class DateTextPropertyTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 200_000].Select(days => new DateOnly(1600, 1, 1).AddDays(days));

    private static readonly Gen<TimeOnly> Minutes = Gen.Int[0, 1439].Select(minutes => new TimeOnly(0, 0).AddMinutes(minutes));

    public static TheoryData<string> FormsOfDays =>
    [
        "yyyy-MM-dd", "yyyy-M-d", "yyyyMMdd", "yyyy'/'MM'/'dd", "yyyy'.'M'.'d", "yyyy'年'M'月'd'日'", "yyyy'년 'M'월 'd'일'",
        "d MMMM yyyy", "dd MMM yyyy", "MMMM d, yyyy", "MMM. d, yyyy", "dddd, d MMMM yyyy", "d'-'MMM'-'yyyy", "yyyy MMMM d",
    ];

    public static TheoryData<string> Cultures =>
    [
        "de", "fr", "es", "it", "pt", "nl", "sv", "da", "fi", "pl", "ru", "uk", "tr", "ro", "hu", "el", "id", "cs", "sk", "hr",
        "sl", "ca", "et",
    ];

    [Theory]
    [MemberData(nameof(FormsOfDays))]
    public void Reads_days_in_printed_forms(string form) =>
        Days.Sample(day => Assert.Equal(
            new DateReading(PartialDate.OfDay(day), null),
            Read(day.ToString(form, CultureInfo.InvariantCulture))));

    [Theory]
    [MemberData(nameof(FormsOfDays))]
    public void Reads_days_inside_of_a_text_where_they_stand(string form) =>
        Days.Sample(day =>
        {
            var printed = day.ToString(form, CultureInfo.InvariantCulture);
            var dates = DateText.All($"Ostmere ({printed}) said.", default, out var prepared);
            Assert.Equal(PartialDate.OfDay(day), Assert.Single(dates).Reading.Date);
            Assert.Equal('(', prepared[prepared.IndexOf('(', StringComparison.Ordinal)]);
            Assert.InRange(dates[0].End, dates[0].Begin + 6, prepared.Length);
        });

    [Fact]
    public void Reads_months_as_months() =>
        Days.Sample(day =>
        {
            var month = PartialDate.OfMonth(day.Year, day.Month);
            foreach (var form in (string[])["yyyy-MM", "MMMM yyyy", "MMM. yyyy", "yyyy'年'M'月'"])
                Assert.Equal(new DateReading(month, null), Read(day.ToString(form, CultureInfo.InvariantCulture)));
        });

    [Fact]
    public void Reads_local_times_as_times_of_day() =>
        Gen.Select(Days, Minutes).Sample((day, time) =>
        {
            var expected = new DateReading(PartialDate.OfDay(day), time);
            foreach (var form in (string[])["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "d MMMM yyyy, HH:mm", "MMMM d, yyyy 'at' h:mm tt"])
                Assert.Equal(expected, Read(day.ToDateTime(time).ToString(form, CultureInfo.InvariantCulture)));
        });

    [Fact]
    public void Reads_moments_with_an_offset_as_moments() =>
        Gen.Select(Days, Minutes, Gen.Int[-48, 56]).Sample((day, time, quarters) =>
        {
            var moment = new DateTimeOffset(day, time, TimeSpan.FromMinutes(15 * quarters));
            foreach (var form in (string[])["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm zzz", "ddd, dd MMM yyyy HH:mm:ss zzz"])
            {
                var reading = Read(moment.ToString(form, CultureInfo.InvariantCulture));
                Assert.Equal(moment, reading.Date.Instant);
                Assert.Null(reading.TimeOfDay);
            }
        });

    [Fact]
    public void Reads_numeric_dates_in_the_order_that_is_known() =>
        Days.Sample(day =>
        {
            var monthFirst = day.ToString("M'/'d'/'yyyy", CultureInfo.InvariantCulture);
            var dayFirst = day.ToString("d'/'M'/'yyyy", CultureInfo.InvariantCulture);
            Assert.Equal(PartialDate.OfDay(day), Read(monthFirst, new DateContext(Order: true)).Date);
            Assert.Equal(PartialDate.OfDay(day), Read(dayFirst, new DateContext(Order: false)).Date);
        });

    [Fact]
    public void Reads_ambiguous_numeric_dates_only_with_a_known_order() =>
        Days.Sample(day =>
        {
            var isAmbiguous = day.Day <= 12 && day.Day != day.Month;
            Assert.Equal(!isAmbiguous, DateText.TryRead(day.ToString("M'/'d'/'yyyy", CultureInfo.InvariantCulture), default, out _));
        });

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Reads_days_as_cultures_print_them(string culture)
    {
        var format = CultureInfo.GetCultureInfo(culture).DateTimeFormat;
        Days.Sample(day =>
        {
            var printed = $"{day.Day} {format.MonthGenitiveNames[day.Month - 1]} {day.Year:0000}";
            Assert.Equal(PartialDate.OfDay(day), Read(printed, new DateContext(culture)).Date);
        });
    }

    [Fact]
    public void Never_fails_on_any_text() =>
        Gen.String[Gen.Char["0123456789/-.:, TZJanuarMäyz年月日平成๒ا"], 0, 60].Sample(text =>
        {
            foreach (var date in DateText.All(text, default, out var prepared))
                Assert.True(0 <= date.Begin && date.Begin < date.End && date.End <= prepared.Length);
        });

    [Fact]
    public void Reads_dates_of_a_text_in_order_without_overlaps() =>
        Gen.Select(Days, Days, Days).Sample((a, b, c) =>
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{a:yyyy-MM-dd} and {b:d MMMM yyyy}; {c:yyyyMMdd}");
            var dates = DateText.All(text, default, out _);
            Assert.Equal([a, b, c], dates.Select(date => date.Reading.Date.FirstDay));
            Assert.True(dates.Zip(dates.Skip(1)).All(pair => pair.First.End <= pair.Second.Begin));
        });

    private static DateReading Read(string text, DateContext context = default)
    {
        Assert.True(DateText.TryRead(text, context, out var reading), text);
        return reading;
    }
}
