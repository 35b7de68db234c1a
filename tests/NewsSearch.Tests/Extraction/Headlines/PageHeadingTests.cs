using Indexer.Extraction.Headlines;

namespace NewsSearch.Tests.Extraction.Headlines;

public sealed class PageHeadingTests
{
    [Theory]
    [InlineData("<h1>Fog <em>closes</em> port</h1>", "Fog closes port")]
    [InlineData("<h1>Fog<span class='sr-only'> (video)</span></h1>", "Fog")]
    [InlineData("<h1><span class=visually-hidden>Menu</span></h1>", "")]
    public void Has_the_visible_text(string html, string expected) =>
        Assert.Equal(expected, new PageHeading(TestPage.Element(html)).Text);

    [Theory]
    [InlineData("<h1><span class=kicker>Elster</span> Fog closes port</h1>", "Fog closes port")]
    [InlineData("<h1><small>Elster:</small> Fog closes port</h1>", "Fog closes port")]
    [InlineData("<h1>Fog closes port <small>again</small></h1>", "Fog closes port again")]
    [InlineData("<h1><span class=kicker>Elster</span> Fog</h1>", "Elster Fog")]
    [InlineData("<h1><b>Elster</b><i>–</i><b>Fog closes port again</b></h1>", "Fog closes port again")]
    [InlineData("<h1>Fog closes port</h1>", "Fog closes port")]
    public void Removes_a_kicker_before_the_headline(string html, string expected) =>
        Assert.Equal(expected, new PageHeading(TestPage.Element(html)).WithoutKicker);

    [Theory]
    [InlineData("<h1>Fog closes port</h1>", "fog closes PORT", "Fog closes port")]
    [InlineData("<h1>Elster Fog closes port again</h1>", "Fog closes port again", "Fog closes port again")]
    [InlineData("<h1><b>Elster</b> <i>Fog closes port</i></h1>", "Fog closes port", "Fog closes port")]
    [InlineData("<h1>Thick fog closes port of Elster</h1>", "Fog closes port", "Thick fog closes port of Elster")]
    [InlineData("<h1>Fog closes port</h1>", "Ferry strike ends", null)]
    [InlineData("<h1></h1>", "Fog closes port", null)]
    public void Is_confirmed_by_stated_headlines(string html, string stated, string? expected) =>
        Assert.Equal(expected, new PageHeading(TestPage.Element(html)).ConfirmedBy([stated]));

    [Fact]
    public void Knows_headings_that_are_kickers_or_titles()
    {
        Assert.True(new PageHeading(TestPage.Element("<h2 class=article-kicker>x</h2>")).IsKicker);
        Assert.True(new PageHeading(TestPage.Element("<h1 class=title>x</h1>")).IsNamedTitle);
        Assert.False(new PageHeading(TestPage.Element("<h1 class=subtitles>x</h1>")).IsNamedTitle);
    }
}
