using Indexer.Extraction.Elements;

namespace NewsSearch.Tests.Extraction.Elements;

public sealed class ElementNamesTests
{
    [Theory]
    [InlineData("<div class='share-bar'>", true)]
    [InlineData("<div class='shareBar'>", true)]
    [InlineData("<div id='RelatedTopics'>", true)]
    [InlineData("<div class='c-newsletter__box'>", true)]
    [InlineData("<div data-testid='ad-slot'>", true)]
    [InlineData("<div role='navigation'>", true)]
    [InlineData("<div role='main'>", false)]
    [InlineData("<div class='story-body'>", false)]
    [InlineData("<div class='article-share'>", false)]
    [InlineData("<div class='hJpAdRP'>", false)]
    [InlineData("<div class='x-ad-y'>", true)]
    [InlineData("<div class='shared'>", false)]
    [InlineData("<div>", false)]
    public void Knows_furniture(string html, bool expected) =>
        Assert.Equal(expected, ElementNames.IsFurniture(TestPage.Element(html)));

    [Fact]
    public void Ignores_names_of_more_than_a_hundred_characters() =>
        Assert.False(ElementNames.IsFurniture(TestPage.Element($"<div class='sidebar-{new string('x', 100)}'>")));

    [Fact]
    public void Reads_forty_names_at_most()
    {
        string Names(int before) => string.Concat(Enumerable.Repeat("xyz ", before)) + "sidebar";

        Assert.True(ElementNames.IsFurniture(TestPage.Element($"<div class='{Names(39)}'>")));
        Assert.False(ElementNames.IsFurniture(TestPage.Element($"<div class='{Names(40)}'>")));
    }

    [Theory]
    [InlineData("<div class='comments'>", true)]
    [InlineData("<section id='Kommentare'>", true)]
    [InlineData("<div id='disqus_thread'>", true)]
    [InlineData("<div class='has-comments'>", false)]
    [InlineData("<article class='comment'>", false)]
    [InlineData("<main id='comments'>", false)]
    public void Knows_the_section_of_comments_by_whole_names(string html, bool expected) =>
        Assert.Equal(expected, ElementNames.IsComments(TestPage.Element(html)));

    [Theory]
    [InlineData("<div class='related-stories'>", true)]
    [InlineData("<div class='most-read'>", true)]
    [InlineData("<div class='comment-text'>", true)]
    [InlineData("<div class='story-text'>", false)]
    public void Knows_content_of_others(string html, bool expected) =>
        Assert.Equal(expected, ElementNames.IsOtherContent(TestPage.Element(html)));

    [Theory]
    [InlineData("<div id='masthead'>", true)]
    [InlineData("<div class='current-date'>", true)]
    [InlineData("<div class='weather widget'>", true)]
    [InlineData("<article class='weather'>", false)]
    [InlineData("<div class='date'>", false)]
    public void Knows_parts_of_the_site_with_dates(string html, bool expected) =>
        Assert.Equal(expected, ElementNames.IsSiteChrome(TestPage.Element(html)));

    [Theory]
    [InlineData("<nav class='breadcrumbs'>", true)]
    [InlineData("<nav aria-label='Breadcrumb'>", true)]
    [InlineData("<nav class='menu'>", false)]
    public void Knows_breadcrumbs(string html, bool expected) =>
        Assert.Equal(expected, ElementNames.IsBreadcrumb(TestPage.Element(html)));

    [Theory]
    [InlineData("<time itemprop='dateModified'>", true)]
    [InlineData("<span class='last-updated'>", true)]
    [InlineData("<span class='aktualisiert'>", true)]
    [InlineData("<time class='entry-date updated'>", false)]
    [InlineData("<time class='entry-date published updated'>", false)]
    [InlineData("<span class='date'>", false)]
    public void Knows_dates_of_changes_but_not_the_only_date_of_hAtom(string html, bool expected) =>
        Assert.Equal(expected, ElementNames.IsChange(TestPage.Element(html)));

    [Theory]
    [InlineData("<time pubdate>", true)]
    [InlineData("<meta itemprop='datePublished'>", true)]
    [InlineData("<span class='posted-on'>", true)]
    [InlineData("<span class='publishDate'>", true)]
    [InlineData("<span class='date'>", false)]
    public void Knows_dates_of_publication(string html, bool expected) =>
        Assert.Equal(expected, ElementNames.IsPublication(TestPage.Element($"<div>{html}</div>").FirstElementChild!));

    [Theory]
    [InlineData("<div itemscope itemtype='https://schema.org/Event'>", true)]
    [InlineData("<div itemscope itemtype='http://schema.org/comment'>", true)]
    [InlineData("<div itemscope itemtype='https://schema.org/NewsArticle'>", false)]
    [InlineData("<div>", false)]
    public void Knows_microdata_of_other_items(string html, bool expected) =>
        Assert.Equal(expected, ElementNames.IsOtherItem(TestPage.Element(html)));

    [Theory]
    [InlineData("<div class='event-date'>", true)]
    [InlineData("<div class='deadline'>", true)]
    [InlineData("<div class='eventual'>", false)]
    public void Knows_dates_of_events(string html, bool expected) =>
        Assert.Equal(expected, ElementNames.IsEvent(TestPage.Element(html)));

    [Theory]
    [InlineData("<div class='article-body'>", true)]
    [InlineData("<div class='entryContent'>", true)]
    [InlineData("<div class='article'>", false)]
    [InlineData("<div class='body'>", false)]
    public void Knows_the_element_around_the_paragraphs(string html, bool expected) =>
        Assert.Equal(expected, ElementNames.IsArticleBody(TestPage.Element(html)));

    [Theory]
    [InlineData("<div class='headline'>", true)]
    [InlineData("<div class='article-headline big'>", true)]
    [InlineData("<div class='sub-headline'>", false)]
    [InlineData("<div class='headline-list'>", false)]
    [InlineData("<div class='headlines'>", false)]
    public void Knows_headlines(string html, bool expected) =>
        Assert.Equal(expected, ElementNames.IsHeadline(TestPage.Element(html)));
}
