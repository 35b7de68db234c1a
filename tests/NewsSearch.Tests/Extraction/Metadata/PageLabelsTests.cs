using Indexer.Extraction.Metadata;

namespace NewsSearch.Tests.Extraction.Metadata;

public sealed class PageLabelsTests
{
    [Theory]
    [InlineData("<meta property=og:site_name content='Elster Post'>", "https://www.post.example/fog", "Elster Post")]
    [InlineData("", "https://www.post.example/fog", "post.example")]
    [InlineData("", "https://news.post.example/fog", "news.post.example")]
    [InlineData("", null, null)]
    public void Names_the_source(string head, string? url, string? expected)
    {
        var page = TestPage.Of("", head);

        Assert.Equal(expected, PageLabels.Source(LinkedData.Of(page), new PageMetadata(page), url));
    }

    [Theory]
    [InlineData("<meta property=article:tag content=Fog><meta property=article:tag content='port, fog'>", "Fog|port")]
    [InlineData("<meta name=keywords content='a; b , ,c'>", "a|b|c")]
    [InlineData("<meta property=article:tag content=Fog><meta name=keywords content=port>", "Fog")]
    [InlineData("", "")]
    public void Lists_tags_or_else_keywords(string head, string expected)
    {
        var page = TestPage.Of("", head);

        Assert.Equal(expected, string.Join('|', PageLabels.Tags(LinkedData.Of(page), new PageMetadata(page))));
    }

    [Theory]
    [InlineData("<html lang=de>", "de")]
    [InlineData("<html lang=de_at>", "de-AT")]
    [InlineData("<html lang=EN-us>", "en-US")]
    [InlineData("<html lang=zh-Hant>", "zh")]
    [InlineData("<html lang=German>", null)]
    [InlineData("<html><meta property=og:locale content=fr_FR>", "fr-FR")]
    [InlineData("<html>", null)]
    public void Reads_the_declared_language(string html, string? expected)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);

        Assert.Equal(expected, PageLanguage.Of(page, LinkedData.Of(page), new PageMetadata(page)));
    }
}
