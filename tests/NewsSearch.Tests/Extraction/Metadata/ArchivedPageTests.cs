using Indexer.Extraction.Metadata;

namespace NewsSearch.Tests.Extraction.Metadata;

public sealed class ArchivedPageTests
{
    [Theory]
    [InlineData("https://web.archive.org/web/20190703120000/https://post.example/fog", "https://post.example/fog")]
    [InlineData("http://web.archive.org/web/20190703id_/http://post.example/fog", "http://post.example/fog")]
    [InlineData(" https://post.example/fog ", "https://post.example/fog")]
    [InlineData("https://web.archive.org/about", "https://web.archive.org/about")]
    [InlineData(null, null)]
    public void Removes_the_prefix_of_the_Wayback_Machine(string? url, string? expected) =>
        Assert.Equal(expected, ArchivedPage.OriginalUrl(url));

    [Theory]
    [InlineData("<!-- saved from url=(0026)https://post.example/fog --><p>", "https://post.example/fog")]
    [InlineData("<html><!-- Page saved with SingleFile \n url: https://post.example/fog \n saved date: --><p>", "https://post.example/fog")]
    [InlineData("<!-- saved from nowhere --><p>", null)]
    [InlineData("<p><!-- saved from url=(0026)https://post.example/fog -->", null)]
    public void Reads_the_URL_that_a_browser_wrote(string html, string? expected) =>
        Assert.Equal(expected, ArchivedPage.SavedFrom(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html)));

    [Fact]
    public void Removes_the_toolbar()
    {
        var page = TestPage.Of("<div id='wm-ipp-base'>3 Jul 2019</div><p>text</p>");

        ArchivedPage.RemoveToolbar(page);

        Assert.Equal("text", page.Body!.TextContent);
    }
}
