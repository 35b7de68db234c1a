using Indexer.Extraction.Metadata;

namespace NewsSearch.Tests.Extraction.Metadata;

public sealed class PageUrlTests
{
    private const string Fetched = "https://post.example/news/";

    [Theory]
    [InlineData("https://post.example/fog", "https://post.example/fog")]
    [InlineData("fog", "https://post.example/news/fog")]
    [InlineData("/fog?id=1", "https://post.example/fog?id=1")]
    [InlineData("//www.post.example/fog", "https://www.post.example/fog")]
    [InlineData("https://web.archive.org/web/2019/https://post.example/fog", "https://post.example/fog")]
    [InlineData("https://post.example/", null)]
    [InlineData("/", null)]
    [InlineData("mailto:news@post.example", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Makes_URLs_of_articles_absolute(string? url, string? expected) => Assert.Equal(expected, PageUrl.Absolute(url, Fetched));

    [Theory]
    [InlineData("<link rel=canonical href='/a'><meta property=og:url content='/b'>", "https://post.example/a")]
    [InlineData("<link rel=canonical href='/'><meta property=og:url content='/b'>", "https://post.example/b")]
    [InlineData("", Fetched)]
    public void Prefers_the_canonical_URL(string head, string expected)
    {
        var page = TestPage.Of("", head);

        Assert.Equal(expected, PageUrl.Of(page, LinkedData.Of(page), new PageMetadata(page), Fetched));
    }

    [Fact]
    public void Reads_the_URL_in_JSON_LD_if_nothing_else_is_known()
    {
        const string Json = """{"@type":"NewsArticle","url":"https://post.example/c"}""";
        var page = TestPage.Of("", $"<script type='application/ld+json'>{Json}</script>");

        Assert.Equal("https://post.example/c", PageUrl.Of(page, LinkedData.Of(page), new PageMetadata(page), null));
    }
}
