using System.Xml.Linq;
using Indexer.Archives.Xml;

namespace NewsSearch.Tests.Archives.Xml;

/// <summary>Parsing XML that is nearly well formed, and asking elements by their local names.</summary>
public sealed class XmlToolTests
{
    [Theory]
    [InlineData("<a><b>Fog</b></a>")]
    [InlineData("\uFEFF \n<a><b>Fog</b></a>")]
    [InlineData("<?xml version='1.0' encoding='iso-8859-1'?><a><b>Fog</b></a>")]
    [InlineData("<!DOCTYPE a SYSTEM 'missing.dtd'><a><b>Fog</b></a>")]
    public void Well_formed_XML_has_no_problem(string xml)
    {
        var (document, problem) = XmlText.Parse(xml);
        Assert.Equal(("Fog", null), (document.Root!.Value, problem));
    }

    [Theory]
    [InlineData("<a>Fish & chips</a>", "Fish & chips")]
    [InlineData("<a>caf&eacute;</a>", "café")]
    [InlineData("<a><b>Fog<br></b></a>", "Fog")]
    [InlineData("<a><b>Fog", "Fog")]
    [InlineData("<x:a>Fog</x:a>", "Fog")]
    [InlineData("<!-- c --><?xml version='1.0'?><a>Fog</a>", "Fog")]
    [InlineData("<a>Fog&#0;</a>", "Fog ")]
    public void Nearly_well_formed_XML_is_read_with_its_problem(string xml, string value)
    {
        var (document, problem) = XmlText.Parse(xml);
        Assert.Equal(value, document.Root!.Value);
        Assert.NotNull(problem);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "defines entities")]
    [InlineData("no markup", "not well-formed")]
    [InlineData("", "not well-formed")]
    public void What_is_no_XML_says_why(string xml, string reason) =>
        Assert.Contains(reason, Assert.Throws<XmlTextException>(() => XmlText.Parse(xml)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nesting_beyond_500_elements_is_refused_whether_well_formed_or_not(bool isWellFormed)
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 600)) + (isWellFormed ? "" : "&") + string.Concat(Enumerable.Repeat("</a>", 600));
        Assert.Contains("nested more than 500", Assert.Throws<XmlTextException>(() => XmlText.Parse(xml)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a><b><c></a>", "<a><b><c></c></b></a>")]
    [InlineData("</a><a/>", "<a/>")]
    [InlineData("<a>1</a", "<a>1</a</a>")]
    [InlineData("text", "text")]
    public void Tags_are_balanced(string xml, string expected) => Assert.Equal(expected, TagBalance.Repair(xml, 10));

    [Fact]
    public void Tags_that_are_nested_too_deep_are_left_as_they_are()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 11));
        Assert.Equal(xml, TagBalance.Repair(xml, 10));
    }

    [Fact]
    public void Elements_are_found_by_local_name_in_any_case()
    {
        var root = XElement.Parse(
            "<r xmlns:x='u'><x:Title x:Lang='en' Empty=' '> Fog <b>closes</b>\n port </x:Title><title>Two</title></r>");
        Assert.Equal("Fog closes port", root.Child("title").Line());
        Assert.Equal(2, root.Children("TITLE").Count());
        Assert.Equal(("en", null, null),
            (root.Child("title").ValueOf("lang"), root.Child("title").ValueOf("empty"), root.Child("title").ValueOf("x")));
        Assert.Equal((null, null, null), (root.Child("x").Line(), root.Child("x").Child("y").ValueOf("z"), root.First("x")));
        Assert.Equal("closes", root.First("B").Line());
        Assert.Equal(2, root.All("title").Count());
    }

    [Theory]
    [InlineData("<a>x &lt;b&gt;y&lt;/b&gt;</a>", "x <b>y</b>")]
    [InlineData("<a>x <b>y</b></a>", "x <b>y</b>")]
    [InlineData("<a xmlns:h='u'><h:p h:c='d' e='f'>y</h:p></a>", "<p e=\"f\">y</p>")]
    [InlineData("<a><b/><![CDATA[<i>z</i>]]></a>", "<b /><i>z</i>")]
    [InlineData("<a/>", "")]
    public void Markup_is_what_an_element_holds_as_HTML(string xml, string expected) =>
        Assert.Equal(expected, XElement.Parse(xml).Markup());

    [Theory]
    [InlineData("<channel><link>https://e.example/</link></channel>", null)]
    [InlineData("<channel><link>https://e.example/news</link></channel>", "https://e.example/news")]
    [
        InlineData("<feed><link rel='self' href='https://e.example/f.xml'/><link href='https://e.example/news'/></feed>",
            "https://e.example/news")]
    [InlineData("<feed><link rel='self' href='https://e.example/f.xml'/></feed>", "https://e.example/f.xml")]
    [InlineData("<feed><link rel='hub' href='https://hub.example/x'/></feed>", null)]
    [InlineData("<feed xml:base='https://e.example/a/'><link href='b'/></feed>", "https://e.example/a/b")]
    [InlineData("<feed/>", null)]
    public void The_address_of_a_feed_is_its_page_or_itself(string xml, string? expected) =>
        Assert.Equal(expected, FeedAddress.OfFeed(XElement.Parse(xml)));

    [Theory]
    [InlineData("<item><link>https://e.example/1</link></item>", "https://e.example/1")]
    [InlineData("<item><link>/1</link></item>", "https://f.example/1")]
    [
        InlineData("<entry><link rel='replies' href='https://e.example/r'/><link rel='alternate' href='https://e.example/1'/></entry>",
            "https://e.example/1")]
    [InlineData("<item><guid>https://e.example/1</guid></item>", "https://e.example/1")]
    [InlineData("<item><guid isPermaLink='false'>https://e.example/1</guid></item>", null)]
    [InlineData("<item><origLink>https://e.example/1</origLink><link>https://track.example/2</link></item>", "https://e.example/1")]
    [InlineData("<item><link>https://e.example/</link></item>", null)]
    [InlineData("<item><link>mailto:desk@e.example</link></item>", null)]
    [InlineData("<item><link>https://e.example/%C3%A9 é</link></item>", "https://e.example/%C3%A9 é")]
    public void The_address_of_an_item_is_absolute(string xml, string? expected) =>
        Assert.Equal(expected, FeedAddress.OfItem(XElement.Parse(xml), "https://f.example/feed"));
}
