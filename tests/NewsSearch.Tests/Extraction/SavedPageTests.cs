using System.Text;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Extraction;

/// <summary>
/// Pages that came through somebody's hands: an archive, a browser that saved them, a program that should have filled them in, a server
/// that had none.
/// </summary>
public sealed class SavedPageTests
{
    private const string Text =
        "<p>A ship ran aground in the fog near the pier on Friday, the port authority said.</p><p>Nobody was hurt, but the ferries to the "
        + "islands will not go before the weekend.</p>";

    [Fact]
    public void A_page_of_the_Wayback_Machine_is_the_page_itself()
    {
        var article = Read($"""
            <!DOCTYPE html><html><head><title>Fog closes port again</title><link rel="canonical" href="https://web.archive.org/web/20200107101112/https://e.example/news/fog"></head>
            <body><div id="wm-ipp-base"><p>12 captures</p><p>04 Mar 2019 - 07 Jan 2020</p></div><article><h1>Fog closes port again</h1><p>By Jane Doe</p>{Text}</article></body></html>
            """);
        Assert.Equal(("https://e.example/news/fog", "e.example"), (article.Url, article.Source));
        Assert.Null(article.Published.Date);
    }

    [Theory]
    [InlineData("<!-- saved from url=(0026)https://e.example/news/fog -->")]
    [InlineData(
        "<!--\n Page saved with SingleFile \n url: https://e.example/news/fog \n saved date: Mon Mar 04 2019 10:00:00 GMT+0100 "
        + "(CET)\n-->")]
    public void A_page_that_a_browser_saved_has_the_address_that_it_wrote_down_and_no_day(string comment)
    {
        var article = Read(
            $"<!DOCTYPE html><html>{comment}<head><title>Fog closes port again</title></head><body><h1>Fog closes port "
            + $"again</h1>{Text}</body></html>");
        Assert.Equal("https://e.example/news/fog", article.Url);
        Assert.Null(article.Published.Date);
    }

    [Theory]
    [InlineData("Fog closes port again", 8)]
    [InlineData("Another article", 0)]
    public void What_a_program_would_show_is_read_where_it_has_the_headline_of_the_page(string headline, int paragraphs)
    {
        var body = string.Concat(Enumerable.Repeat(Text, 4));
        var article = Read($$"""
            <!DOCTYPE html><html><head><title>Fog closes port again</title><meta property="og:title" content="Fog closes port again"></head><body><div id="__next"></div>
            <script id="__NEXT_DATA__" type="application/json">{"props":{"article":{"title":"{{headline}}","publishedAt":"2019-11-18T08:05:00Z","body":"{{body}}"} } }</script></body></html>
            """);
        Assert.Equal(paragraphs, article.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(paragraphs > 0 ? "2019-11-18T08:05:00Z" : null, article.Published.Date?.ToString());
    }

    [Theory]
    [InlineData("404 Not Found", true)]
    [InlineData("Error 503 Service Unavailable", true)]
    [InlineData("Just a moment...", true)]
    [InlineData("Page not found", true)]
    [InlineData("Seite nicht gefunden", true)]
    [InlineData("404 ships not found after storm", false)]
    [InlineData("Bridge not found safe", false)]
    public void The_error_page_of_a_server_is_no_article(string headline, bool isError)
    {
        var reading = Assert.Single(Readings($"<html><head><title>{headline}</title></head><body><h1>{headline}</h1>{Text}</body></html>"));
        Assert.Equal(isError, reading is Reading.PassedOver);
    }

    private static Article Read(string page) => Assert.IsType<Reading.Read>(Assert.Single(Readings(page))).Article;

    private static IEnumerable<Reading> Readings(string page) =>
        new ArchiveFile(new ArchiveReaders()).Read("page", new MemoryStream(Encoding.UTF8.GetBytes(page)));
}
