using Indexer.Extraction.Headlines;
using Indexer.Extraction.Metadata;

namespace NewsSearch.Tests.Extraction.Headlines;

public sealed class SiteNameTests
{
    private static readonly SiteName Site = Of("<meta property=og:site_name content='Elster Post'>", "https://www.elsterpost.example/fog");

    [Theory]
    [InlineData("Elster Post", true)]
    [InlineData("ELSTER POST", true)]
    [InlineData("Elster", true)]
    [InlineData("Elster Post Online", true)]
    [InlineData("elsterpost.example", true)]
    [InlineData("", true)]
    [InlineData("Fog closes port", false)]
    [InlineData("Elster Post says sorry to its readers", false)]
    public void Knows_the_name_of_the_site(string text, bool expected) => Assert.Equal(expected, Site.Is(text));

    [Theory]
    [InlineData("Fog closes port - Elster Post", "Fog closes port")]
    [InlineData("Elster Post | Fog closes port", "Fog closes port")]
    [InlineData("Elster Post: Fog closes port", "Fog closes port")]
    [InlineData("Fog closes port @ Elster Post", "Fog closes port")]
    [InlineData("Fog closes port of Elster | News", "Fog closes port of Elster")]
    [InlineData("Fog closes port", "Fog closes port")]
    [InlineData("Fog - port - ferry", "Fog - port - ferry")]
    public void Removes_the_name_from_a_title(string title, string expected) => Assert.Equal(expected, Site.Without(title));

    [Fact]
    public void Takes_text_after_a_bar_for_a_name_only_when_guessing() =>
        Assert.Equal("Fog closes port of Elster | News", Site.Without("Fog closes port of Elster | News", guesses: false));

    [Theory]
    [InlineData("<h1 class=site-title>Fog</h1>", true)]
    [InlineData("<h1><a href='/'>Elster</a></h1>", true)]
    [InlineData("<h1><a href='https://post.example/'>Elster</a></h1>", true)]
    [InlineData("<h1><a href='/fog'>Elster</a></h1>", false)]
    [InlineData("<h1>Elster</h1>", false)]
    public void Knows_elements_of_the_site(string html, bool expected) =>
        Assert.Equal(expected, SiteName.IsNamedBy(TestPage.Element(html), "Elster"));

    private static SiteName Of(string head, string url)
    {
        var page = TestPage.Of("", head);
        return new SiteName(page, new PageMetadata(page), url);
    }
}
