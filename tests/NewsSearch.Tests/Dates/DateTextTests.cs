using Indexer.Dates;

namespace NewsSearch.Tests.Dates;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2019-07-03", "2019-07-03")]
    [InlineData("2019-07", "2019-07")]
    [InlineData("2023-02-27 08:32:00 -0500", "2023-02-27T08:32:00-05:00")]
    [InlineData("2017-08-24T04:38:34+0000", "2017-08-24T04:38:34Z")]
    [InlineData("2018-01-30T17:32:18.397", "2018-01-30 17:32:18")]
    [InlineData("20151014T024358+0100", "2015-10-14T02:43:58+01:00")]
    [InlineData("20141126T152703", "2014-11-26 15:27:03")]
    [InlineData("20240710", "2024-07-10")]
    [InlineData("Sat, 02 Dec 2017 15:43:50 +0000", "2017-12-02T15:43:50Z")]
    [InlineData("Sat, 2 Dec 2017 15:43:50 EST", "2017-12-02T15:43:50-05:00")]
    [InlineData("Mon Jan 05 10:00:00 GMT 2015", "2015-01-05T10:00:00Z")]
    [InlineData("Mon Mar  4 08:00:00 2019", "2019-03-04 08:00")]
    [InlineData("Mon Mar 04 08:00:00 +0100 2019", "2019-03-04T08:00:00+01:00")]
    [InlineData("July 3, 2019", "2019-07-03")]
    [InlineData("July 3, 2019 4:05 p.m.", "2019-07-03 16:05")]
    [InlineData("Thursday, 3rd of July 2019", "2019-07-03")]
    [InlineData("Published 12:30 a.m. Jul. 3, 2019", "2019-07-03 00:30")]
    [InlineData("October 1987", "1987-10")]
    [InlineData("19. Oktober 2019, 15:07 Uhr", "2019-10-19 15:07")]
    [InlineData("3. März 2020", "2020-03-03")]
    [InlineData("26. Jan. 2022", "2022-01-26")]
    [InlineData("le 10 juillet 2024 à 14h05", "2024-07-10 14:05")]
    [InlineData("1er mars 2021", "2021-03-01")]
    [InlineData("3 de mayo de 2022", "2022-05-03")]
    [InlineData("12 de outubro de 2020", "2020-10-12")]
    [InlineData("7 gennaio 2017", "2017-01-07")]
    [InlineData("5 mei 2020", "2020-05-05")]
    [InlineData("1. tammikuuta 2012 klo 9:31", "2012-01-01 09:31")]
    [InlineData("14 listopada 2019", "2019-11-14")]
    [InlineData("27. listopadu 2026", "2026-11-27")]
    [InlineData("středa 27. listopadu 2019 v 9:31", "2019-11-27 09:31")]
    [InlineData("3 d'octubre de 2019", "2019-10-03")]
    [InlineData("3 d’abril del 2019", "2019-04-03")]
    [InlineData("1r d'agost de 2019", "2019-08-01")]
    [InlineData("27. studenoga 2026.", "2026-11-27")]
    [InlineData("3. oktobra 2019", "2019-10-03")]
    [InlineData("3. oktoober 2019", "2019-10-03")]
    [InlineData("21 января 2017 г.", "2017-01-21")]
    [InlineData("15 Eylül 2018", "2018-09-15")]
    [InlineData("30 Maret 2015", "2015-03-30")]
    [InlineData("2019年11月18日", "2019-11-18")]
    [InlineData("2019년 7월 3일", "2019-07-03")]
    [InlineData("2019/7/3", "2019-07-03")]
    [InlineData("18.11.2019", "2019-11-18")]
    [InlineData("25/12/2019", "2019-12-25")]
    [InlineData("12/25/2019", "2019-12-25")]
    public void Reads_what_newsrooms_write(string text, string expected) => Assert.Equal(expected, Read(text, default));

    [Theory]
    [InlineData("۲۰۱۸-۰۴-۳۰", null, "2018-04-30")]
    [InlineData("٢٤ أبريل ٢٠١٨", null, "2018-04-24")]
    [InlineData("٢٠١٨/٠٤/٢٤", "ar", "2018-04-24")]
    [InlineData("الثلاثاء ٢٤ نيسان/أبريل ٢٠١٨", "ar", "2018-04-24")]
    [InlineData("3 كانون الثاني 2019", "ar", "2019-01-03")]
    [InlineData("3 تشرين الأول 2019", "ar", "2019-10-03")]
    [InlineData("08 شعبان 1439 - 24 أبريل 2018", "ar", "2018-04-24")]
    [InlineData("08 شعبان 1439", "ar", null)]
    [InlineData("२४ अप्रैल २०१८", null, "2018-04-24")]
    [InlineData("२०७५-०१-११", "ne", null)]
    [InlineData("২৪ এপ্রিল ২০১৮", null, "2018-04-24")]
    [InlineData("24 اپریل 2018", "ur", "2018-04-24")]
    [InlineData("６ June ２０１１", null, "2011-06-06")]
    public void Digits_may_be_those_of_any_script(string text, string? language, string? expected) =>
        Assert.Equal(expected, Read(text, new DateContext(language)));

    [Theory]
    [InlineData("๖ มิ.ย. ๒๕๕๔ 10:30 น.", "th", "2011-06-06 10:30")]
    [InlineData("6 มิถุนายน 2554", null, "2011-06-06")]
    [InlineData("วันที่ 6 มิถุนายน พ.ศ. 2554", null, "2011-06-06")]
    [InlineData("6 มิถุนายน ค.ศ. 2011", null, "2011-06-06")]
    [InlineData("30/04/2561", "th", "2018-04-30")]
    [InlineData("30/04/2561", "en", null)]
    [InlineData("6 มิ.ย. 54", "th", null)]
    [InlineData("平成30年4月24日", "ja", "2018-04-24")]
    [InlineData("令和元年五月一日", "ja", "2019-05-01")]
    [InlineData("昭和六十四年一月七日", "ja", "1989-01-07")]
    [InlineData("平成40年1月7日", "ja", null)]
    [InlineData("二〇一六年九月十九日", "zh", "2016-09-19")]
    [InlineData("二零一六年十二月二十一日", "zh", "2016-12-21")]
    [InlineData("民國107年4月24日", "zh-TW", "2018-04-24")]
    [InlineData("۱۰ اردیبهشت ۱۳۹۷", null, "2018-04-30")]
    [InlineData("دوشنبه ۱۰ ارديبهشت ۱۳۹۷ - ۱۴:۲۰", "fa", "2018-04-30 14:20")]
    [InlineData("۱۳۹۷/۰۲/۱۰", null, "2018-04-30")]
    [InlineData("1397/02/10", "fa", "2018-04-30")]
    [InlineData("1397/02/10", "en", null)]
    [InlineData("30 اسفند 1399", "fa", "2021-03-20")]
    [InlineData("30 اسفند 1398", "fa", null)]
    [InlineData("30.4.24", "ja", null)]
    public void Years_of_other_calendars_are_read_where_they_name_themselves(string text, string? language, string? expected) =>
        Assert.Equal(expected, Read(text, new DateContext(language, Since: 1991)));

    [Theory]
    [InlineData("2018년 4월 25일 오후 3:10", "2018-04-25 15:10")]
    [InlineData("2018-04-25 오전 12:10", "2018-04-25 00:10")]
    [InlineData("2018年4月25日 下午3:10", "2018-04-25 15:10")]
    [InlineData("2018年4月25日 上午 10:24", "2018-04-25 10:24")]
    [InlineData("July 3, 2019 12:05 p.m.", "2019-07-03 12:05")]
    public void Halves_of_the_day_may_stand_before_the_time(string text, string expected) => Assert.Equal(expected, Read(text, default));

    [Theory]
    [InlineData("4/5/2019", null, null)]
    [InlineData("4/5/2019", "en", null)]
    [InlineData("4/5/2019", "en-US", "2019-04-05")]
    [InlineData("4/5/2019", "en-GB", "2019-05-04")]
    [InlineData("4/5/2019", "fr", "2019-05-04")]
    [InlineData("5/5/2019", null, "2019-05-05")]
    [InlineData("4.5.2019", null, "2019-05-04")]
    public void A_day_that_may_be_a_month_is_read_only_where_the_language_decides(string text, string? language, string? expected) =>
        Assert.Equal(expected, Read(text, new DateContext(language)));

    [Theory]
    [InlineData("29.09.19", null, null)]
    [InlineData("29.09.19", 1991, "2019-09-29")]
    [InlineData("29.09.95", 1991, "1995-09-29")]
    [InlineData("29.09.78", 1979, "2078-09-29")]
    [InlineData("29.09.79", 1979, "1979-09-29")]
    public void Two_digits_are_a_year_only_where_something_tells_the_century(string text, int? since, string? expected) =>
        Assert.Equal(expected, Read(text, new DateContext(Since: since)));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2019-13-01")]
    [InlineData("2019-02-30")]
    [InlineData("31. April 2019")]
    [InlineData("99/99/2019")]
    [InlineData("version 4.8.2")]
    [InlineData("555-1234")]
    [InlineData("0000-00-00")]
    [InlineData("May")]
    public void What_is_no_date_is_none(string text) => Assert.Null(Read(text, default));

    [Theory]
    [InlineData("https://a.example/2019/11/18/storm", "2019-11-18")]
    [InlineData("https://a.example/2019/nov/18/storm", "2019-11-18")]
    [InlineData("https://a.example/20191118-storm", "2019-11-18")]
    [InlineData("https://a.example/2019/11/storm", "2019-11")]
    [InlineData("https://a.example/article/20191", null)]
    [InlineData("https://a.example/2019/11/18/after-2018-01-02", null)]
    public void Addresses_have_dates(string url, string? expected) => Assert.Equal(expected, UrlDate.Read(url)?.ToString());

    private static string? Read(string text, DateContext context) =>
        DateText.TryRead(text, context, out var reading)
            ? reading.TimeOfDay is { } time
            ? $"{reading.Date} {time:HH:mm}{(time.Second > 0 ? $":{time:ss}" : "")}"
            : reading.Date.ToString()
            : null;
}
