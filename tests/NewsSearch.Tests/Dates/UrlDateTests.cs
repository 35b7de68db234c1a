using System.Globalization;
using CsCheck;
using Indexer.Dates;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Dates;

public sealed class UrlDateTests
{
    [Theory]
    [InlineData("https://news.example/2019/11/18/storm", "2019-11-18")]
    [InlineData("https://news.example/2019/nov/18/storm", "2019-11-18")]
    [InlineData("https://news.example/2019/november/8/storm", "2019-11-08")]
    [InlineData("https://news.example/2019-11-18-storm", "2019-11-18")]
    [InlineData("https://news.example/2019_11_18_storm", "2019-11-18")]
    [InlineData("https://news.example/storm-20191118.html", "2019-11-18")]
    [InlineData("https://news.example/2019/11/storm", "2019-11")]
    [InlineData("https://news.example/2019-11/storm", "2019-11")]
    [InlineData("https://news.example/2019/11/18/storm-2019-11-18", "2019-11-18")]
    [InlineData("https://news.example/2019/02/30/storm", "2019-02")]
    [InlineData("archive/1987/10/19/page.txt", "1987-10-19")]
    public void Reads_the_date_of_a_path(string path, string expected) => Assert.Equal(expected, UrlDate.Read(path)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://news.example/storm")]
    [InlineData("https://news.example/2019118/storm")]
    [InlineData("https://news.example/2019/13/18/storm")]
    [InlineData("https://news.example/12019/11/18")]
    [InlineData("https://news.example/2019/foo/18/")]
    [InlineData("https://news.example/2019/11/18/2020/01/02")]
    [InlineData("https://news.example/1719/11/18/")]
    [InlineData("https://news.example/2019/11-18/")]
    public void Reads_nothing_else(string? path) => Assert.Null(UrlDate.Read(path));

    [Fact]
    public void Reads_each_day_that_is_printed_into_a_path() =>
        Gen.Int[0, 90_000].Select(days => new DateOnly(1800, 1, 1).AddDays(days)).Sample(day =>
        {
            string[] forms = ["'/'yyyy'/'MM'/'dd'/'", "'/'yyyyMMdd'-storm'", "'/'yyyy-MM-dd'-storm'", "'/'yyyy'_'M'_'d'_storm'"];
            foreach (var form in forms)
                Assert.Equal(PartialDate.OfDay(day), UrlDate.Read(day.ToString(form, CultureInfo.InvariantCulture)));
        });
}
